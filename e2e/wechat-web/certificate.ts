// The certificate for WeChat Web's hosts: made by openssl when first needed, kept in the OS temp directory.
import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const weChatHosts = [
  'wx.qq.com',
  'wx2.qq.com',
  'wx8.qq.com',
  'web.wechat.com',
  'web2.wechat.com',
] as const;

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const day = 24 * 60 * 60 * 1000;
const run = promisify(execFile);
let shared: Promise<Certificate> | undefined;

/** One for all servers of this process, and for later processes while it is valid. */
export function certificate(): Promise<Certificate> {
  shared ??= load();
  return shared;
}

async function load(): Promise<Certificate> {
  const kept = join(tmpdir(), `laqun-wechat-web-${userInfo().username}`);
  const known = await read(kept);
  if (known !== undefined) return known;
  const fresh = await mkdtemp(`${kept}-`);
  await make(fresh);
  const made = await read(fresh);
  if (made === undefined) throw new Error('openssl made a certificate that does not fit the hosts');
  // Another process may be doing the same: whoever renames first is kept, the other one uses its own this once.
  await rm(kept, { recursive: true, force: true });
  await rename(fresh, kept).catch(() => rm(fresh, { recursive: true, force: true }));
  return made;
}

async function read(directory: string): Promise<Certificate | undefined> {
  try {
    const [key, cert] = await Promise.all([
      readFile(join(directory, 'key.pem'), 'utf8'),
      readFile(join(directory, 'cert.pem'), 'utf8'),
    ]);
    const parsed = new X509Certificate(cert);
    const fits =
      Date.parse(parsed.validTo) > Date.now() + day &&
      weChatHosts.every((host) => parsed.checkHost(host) !== undefined);
    return fits ? { key, cert } : undefined;
  } catch {
    return undefined;
  }
}

async function make(directory: string): Promise<void> {
  const names = weChatHosts.map((host) => `DNS:${host}`).join(',');
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-keyout', join(directory, 'key.pem'), '-out', join(directory, 'cert.pem')],
    ...['-days', '30', '-subj', '/CN=wx.qq.com', '-addext', `subjectAltName=${names}`],
  ]);
}
