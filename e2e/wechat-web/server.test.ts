// The server: its certificate fits all hosts, it takes any of them, and it closes whatever is still open.
import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificate, weChatHosts } from './certificate.ts';
import { startWeChatWeb, type WeChatWeb } from './server.ts';
import { api, ask, create, post } from './test-client.ts';

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

  it('lets nobody be added to a group of forty: they must be invited', () =>
    withServer(50, async (web) => {
      await create(web, [0, 1]);
      const ChatRoomName = web.backend.groups[0]?.userName;
      const add = (from: number, to: number): Promise<unknown> =>
        post(web, 'webwxupdatechatroom?fun=addmember', {
          ChatRoomName,
          AddMemberList: web.backend.people
            .slice(from, to)
            .map((one) => one.userName)
            .join(','),
        }).then((got) => got.ret);
      expect(await add(2, 38)).toBe(0);
      expect(await add(38, 39)).toBe(-2012);
      expect(web.backend.groups[0]?.members).toHaveLength(38);
    }));
});
