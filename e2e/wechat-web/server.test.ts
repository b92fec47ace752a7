// The server: its certificate fits all hosts, it takes any of them, and it closes whatever is still open.
import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificate, weChatHosts } from './certificate.ts';
import { startWeChatWeb, type WeChatWeb } from './server.ts';
import { api, ask, create } from './test-client.ts';

async function withServer(contacts: number, use: (web: WeChatWeb) => Promise<void>): Promise<void> {
  const web = await startWeChatWeb({ contacts });
  try {
    await use(web);
  } finally {
    await web.close();
  }
}

describe('certificate', () => {
  it('is one for all servers, and good for the five hosts', async () => {
    expect(await certificate()).toBe(await certificate());
    const parsed = new X509Certificate((await certificate()).cert);
    for (const host of weChatHosts) expect(parsed.checkHost(host)).toBe(host);
    expect(parsed.checkHost('example.org')).toBeUndefined();
  });
});

describe('server', () => {
  it('serves every host', () =>
    withServer(10, async (web) => {
      const pages = await Promise.all(weChatHosts.map((host) => ask(web, { path: '/', headers: { host } })));
      expect(pages.map((page) => page.status)).toEqual(weChatHosts.map(() => 200));
    }));

  it('closes at once, long polls and unanswered requests included', async () => {
    const web = await startWeChatWeb({ scenario: { create: { kind: 'never', made: false } } });
    const waiting = [create(web, [0, 1]), ask(web, { path: `${api('login')}?uuid=stand-in-qr==` })];
    const ended = Promise.allSettled(waiting);
    await ask(web, { path: '/' });
    await web.close();
    expect((await ended).map((one) => one.status)).toEqual(['rejected', 'rejected']);
    await expect(ask(web, { path: '/' })).rejects.toThrow('ECONNREFUSED');
  });
});
