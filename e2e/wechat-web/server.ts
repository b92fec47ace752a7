// Starts the stand-in: an HTTPS server on 127.0.0.1 that answers as WeChat Web does.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { Backend } from './backend.ts';
import { certificate } from './certificate.ts';
import { readExchange } from './exchange.ts';
import { route } from './router.ts';
import { defaultScenario, type Scenario } from './scenario.ts';
import { Timers } from './timers.ts';

export interface WeChatWebOptions {
  /** Pickable people, from 10 to 10,000; brands, services, blocked people and rooms come on top. */
  readonly contacts?: number;
  readonly seed?: number;
  readonly scenario?: Partial<Scenario>;
}

export interface WeChatWeb {
  readonly port: number;
  readonly backend: Backend;
  /** What is answered from now on. After changing it in place, `setScenario({})` tells waiting polls. */
  readonly scenario: Scenario;
  setScenario(change: Partial<Scenario>): void;
  close(): Promise<void>;
}

export async function startWeChatWeb(options: WeChatWebOptions = {}): Promise<WeChatWeb> {
  const timers = new Timers();
  const scenario: Scenario = { ...defaultScenario(), ...options.scenario };
  const backend = new Backend({
    scenario,
    timers,
    contacts: options.contacts ?? 40,
    seed: options.seed ?? 1,
  });
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    response.on('error', () => response.destroy());
    readExchange(request, response)
      .then((exchange) => {
        backend.requests.push(exchange.request);
        return route(exchange, backend);
      })
      .catch((error: unknown) => {
        // A client that hangs up early is no fault; anything else must not pass for an answer of WeChat's.
        if (!request.destroyed || request.complete) backend.refused('server', String(error));
        response.destroy();
      });
  };
  const server = createServer({ ...(await certificate()), keepAliveTimeout: 60_000 }, handle);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    backend,
    scenario,
    setScenario: (change) => {
      Object.assign(scenario, change);
      backend.scenarioChanged();
    },
    close: async () => {
      timers.clear();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
