import type {
  CheckedInputOf,
  CountName,
  InputOf,
  OutputOf,
  PublicReadName,
  ReadName,
  WriteName,
} from '../contract/endpoints';
import type { CallAnswer } from '../contract/envelope';
import type { Adapters } from '../platform/types';
import { mayRetry, type Result } from './result';

function toResult<Data>(answer: CallAnswer<Data>): Result<Data> {
  return answer.ok
    ? { ok: true, data: answer.data, warnings: answer.warnings ?? [] }
    : { ok: false, error: { ...answer.error, requestId: answer.requestId } };
}

/**
 * Reads and writes through the cloud. A write that got no answer keeps its request key, so that
 * sending the same again can never store it twice; a second tap while the first is under way joins it.
 */
export class Gateway {
  private readonly keptKeys = new Map<string, string>();
  private readonly underWay = new Map<string, Promise<Result<unknown>>>();

  /** @param onRefused called when the person may not do what they asked, or does not find it. */
  constructor(
    private readonly adapters: Pick<Adapters, 'cloud' | 'newRequestKey'>,
    private readonly onRefused: () => void = () => undefined,
  ) {}

  /** Reads what an identified person may see. */
  async read<N extends ReadName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
    return this.heard(toResult(await this.adapters.cloud.call('api', name, input)));
  }

  /** Reads what anyone may see. */
  async publicRead<N extends PublicReadName>(
    name: N,
    input: InputOf<N>,
  ): Promise<Result<OutputOf<N>>> {
    return toResult(await this.adapters.cloud.call('public', name, input));
  }

  /** Counts something: the answer is not waited for, and a failure changes nothing. */
  count(name: CountName, input: InputOf<CountName>): void {
    void this.adapters.cloud.call('public', name, input);
  }

  /**
   * Writes.
   * @param requestKey the caller's own key (a draft keeps one); else one is made and kept until the
   * write is answered for good.
   */
  write<N extends WriteName>(
    name: N,
    input: InputOf<N> | CheckedInputOf<N>,
    requestKey?: string,
  ): Promise<Result<OutputOf<N>>> {
    const intent = `${name} ${JSON.stringify(input)} ${requestKey ?? ''}`;
    const running = this.underWay.get(intent);
    // The intent names the endpoint, so what runs under it answers with that endpoint's output.
    if (running) return running as Promise<Result<OutputOf<N>>>;
    const started = this.send(name, input, requestKey ?? this.keyFor(intent)).then((result) => {
      this.underWay.delete(intent);
      if (result.ok || !mayRetry(result.error)) this.keptKeys.delete(intent);
      return result;
    });
    this.underWay.set(intent, started);
    return started;
  }

  /** Forgets kept keys. */
  reset(): void {
    this.keptKeys.clear();
  }

  /** Their role may have changed, or ended. */
  private heard<R extends Result<unknown>>(result: R): R {
    if (!result.ok && ['not_allowed', 'not_found'].includes(result.error.code)) this.onRefused();
    return result;
  }

  private keyFor(intent: string): string {
    const key = this.keptKeys.get(intent) ?? this.adapters.newRequestKey();
    this.keptKeys.set(intent, key);
    return key;
  }

  private async send<N extends WriteName>(
    name: N,
    input: InputOf<N>,
    requestKey: string,
  ): Promise<Result<OutputOf<N>>> {
    return this.heard(toResult(await this.adapters.cloud.call('api', name, input, { requestKey })));
  }
}
