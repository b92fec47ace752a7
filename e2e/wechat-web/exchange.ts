// One HTTP request and its answer, sent well or, when a test wants it, badly.
import type { IncomingMessage, ServerResponse } from 'node:http';

export const plainText = 'text/plain; charset=UTF-8';

/** A request as tests see it afterwards; `status` is undefined while, or because, nothing was answered. */
export interface LoggedRequest {
  readonly call: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  status: number | undefined;
}

export interface Exchange {
  readonly request: LoggedRequest;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly cookies: ReadonlyMap<string, string>;
  /** The same for a request that Chromium sends again by itself. */
  readonly fingerprint: string;
  reply(
    status: number,
    type: string,
    body: string | Buffer,
    headers?: Readonly<Record<string, string | readonly string[]>>,
  ): undefined;
  json(body: object): undefined;
  /** Cuts the connection without a byte of answer. */
  cut(): undefined;
  /** Cuts it after the head, or, with a text, after half of that text. */
  cutAfterHead(text: string, sent: string): undefined;
  onClose(callback: () => void): undefined;
}

export async function readExchange(request: IncomingMessage, response: ServerResponse): Promise<Exchange> {
  const body = await readBody(request);
  const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'wx.qq.com'}`);
  const logged: LoggedRequest = {
    call: url.pathname.split('/').at(-1) ?? '',
    method: request.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    body: parsed(body),
    status: undefined,
  };
  const head = (status: number, headers: Readonly<Record<string, string | readonly string[]>>): undefined => {
    logged.status = status;
    for (const [name, value] of Object.entries(headers)) {
      response.setHeader(name, typeof value === 'string' ? value : [...value]);
    }
    response.writeHead(status);
  };
  const reply: Exchange['reply'] = (status, type, text, headers = {}) => {
    if (response.headersSent || response.destroyed) return;
    const bytes = Buffer.from(text);
    head(status, {
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'no-cache',
      ...headers,
    });
    response.end(bytes);
  };
  return {
    request: logged,
    url,
    headers: request.headers,
    cookies: cookiesOf(request.headers.cookie ?? ''),
    fingerprint: `${logged.method} ${url.href} ${body}`,
    reply,
    json: (value) => reply(200, plainText, JSON.stringify(value)),
    cut: () => {
      request.socket.destroy();
    },
    cutAfterHead: (text, sent) => {
      if (response.destroyed) return;
      head(200, { 'Content-Type': plainText, 'Content-Length': String(Buffer.byteLength(text)) });
      response.flushHeaders();
      if (sent === '') request.socket.destroySoon();
      else response.write(sent, () => request.socket.destroySoon());
    },
    onClose: (callback) => {
      response.on('close', callback);
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

const cookiesOf = (header: string): ReadonlyMap<string, string> =>
  new Map(
    header.split(';').flatMap((pair) => {
      const [, name, value] = /^\s*([^=]+)=(.*)$/.exec(pair) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value.trim()] as const];
    }),
  );
