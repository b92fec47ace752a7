// Carries out a scripted answer: does the deed or not, then sends the reply, breaks it, or keeps silent.
import type { Backend } from './backend.ts';
import { type Exchange, plainText } from './exchange.ts';
import type { Answer, MadeAnswer, RetAnswer } from './scenario.ts';

/** What a right request asks for. */
export interface Deed {
  /** Does it, and makes the reply's body. */
  does(answer: MadeAnswer): object;
  /** The body that says no. */
  refuses(answer: RetAnswer): object;
}

const plainlyMade: MadeAnswer = { kind: 'made' };
const plainlyRefused: RetAnswer = { kind: 'ret', ret: -1 };

export function carryOut(answer: Answer, deed: Deed, exchange: Exchange, backend: Backend): undefined {
  const bodyWhen = (made: boolean): object => (made ? deed.does(plainlyMade) : deed.refuses(plainlyRefused));
  switch (answer.kind) {
    case 'made':
      return exchange.json(deed.does(answer));
    case 'ret':
      return exchange.json(deed.refuses(answer));
    case 'http':
      if (answer.made === true) deed.does(plainlyMade);
      return exchange.reply(answer.status, answer.contentType ?? 'text/html; charset=UTF-8', answer.body);
    case 'body':
      if (answer.made === true) deed.does(plainlyMade);
      return exchange.reply(200, plainText, answer.body);
    case 'reset': {
      const text = JSON.stringify(bodyWhen(answer.when !== 'before'));
      if (answer.when === 'after-head') return exchange.cutAfterHead(text, '');
      backend.cutRequests.add(exchange.fingerprint);
      return exchange.cut();
    }
    case 'half': {
      const text = JSON.stringify(bodyWhen(answer.made));
      return exchange.cutAfterHead(text, text.slice(0, Math.floor(text.length / 2)));
    }
    case 'slow':
      // Goes on when the asker hangs up: what WeChat has begun, it finishes.
      backend.timers.after(answer.ms, () => carryOut(answer.answer, deed, exchange, backend));
      return undefined;
    case 'never':
      if (answer.made) deed.does(plainlyMade);
      return undefined;
  }
}
