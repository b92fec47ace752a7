// Calls the agent in a WeChat Web tab like an async object, and checks what comes back: the page could say anything.
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { ANSWERS, type Answers } from '../../core/page-answers.ts';
import { AGENT_KEY, CALL_ERRORS, type CallName, type Takes } from '../../core/page-protocol.ts';
import type { ProviderError, Result } from '../../core/provider.ts';

const Success = v.object({ ok: v.literal(true), value: v.unknown() });
const Failure = v.object({ ok: v.literal(false), error: v.object({ code: v.picklist(CALL_ERRORS) }) });

/** In milliseconds: ten thousand contacts take a small part of it. */
const PATIENCE = 10_000;

/** Where a call finds no agent. */
const NO_AGENT = 'no-agent';

/**
 * One call. A tab that was open before the install has no agent yet: then the manifest's own script is put there first.
 * @param patience in milliseconds: a page that is navigating can leave a call without any answer
 */
export async function callPage<Name extends CallName>(
  tabId: number,
  name: Name,
  args: Takes[Name],
  patience = PATIENCE,
): Promise<Result<Answers<Name>>> {
  const answer = reach(tabId, name, JSON.stringify(args));
  const text = await (patience === Number.POSITIVE_INFINITY ? answer : withPatience(answer, patience));
  if (!text.ok) return text;
  return understand(name, text.value);
}

async function reach(tabId: number, name: string, args: string): Promise<Result<string>> {
  try {
    const first = await ask(tabId, name, args);
    if (first !== NO_AGENT) return { ok: true, value: first };
    await browser.scripting.executeScript({ target: { tabId }, world: 'MAIN', files: agentFiles() });
    const second = await ask(tabId, name, args);
    return second === NO_AGENT ? failed('page-not-answering') : { ok: true, value: second };
  } catch {
    return failed('page-gone');
  }
}

async function ask(tabId: number, name: string, args: string): Promise<string> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    world: 'MAIN',
    func: callAgent,
    args: [AGENT_KEY, NO_AGENT, name, args],
  });
  return typeof frame?.result === 'string' ? frame.result : '';
}

/** Runs in the page, so it holds nothing from outside itself. */
function callAgent(key: string, noAgent: string, name: string, args: string): unknown {
  const agent: unknown = Reflect.get(window, Symbol.for(key));
  const call: unknown = typeof agent === 'object' && agent !== null ? Reflect.get(agent, 'call') : undefined;
  return typeof call === 'function' ? Reflect.apply(call, agent, [name, args]) : noAgent;
}

/** The built name of the agent is known to the manifest only. */
function agentFiles(): string[] {
  return browser.runtime.getManifest().content_scripts?.[0]?.js ?? [];
}

function understand<Name extends CallName>(name: Name, text: string): Result<Answers<Name>> {
  if (text === '') return failed('page-gone');
  const json = v.safeParse(v.pipe(v.string(), v.parseJson()), text);
  if (!json.success) return failed('answer-not-understood');
  const failure = v.safeParse(Failure, json.output);
  if (failure.success) return failed(errorOf(failure.output.error.code));
  const success = v.safeParse(Success, json.output);
  const value = v.safeParse(ANSWERS[name], success.success ? success.output.value : undefined);
  return value.success ? { ok: true, value: value.output } : failed('answer-not-understood');
}

function errorOf(code: (typeof CALL_ERRORS)[number]): ProviderError {
  return code === 'unknown-call' || code === 'bad-call' ? 'answer-not-understood' : code;
}

function withPatience<Value>(answer: Promise<Result<Value>>, patience: number): Promise<Result<Value>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(failed('page-not-answering')), patience);
    void answer.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

function failed(error: ProviderError): { readonly ok: false; readonly error: ProviderError } {
  return { ok: false, error };
}
