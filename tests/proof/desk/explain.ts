// What the answer of a call leads to, in sentences of the product and not in its code.
import type { EndpointName, OutputOf } from '../../../src/contract/endpoints';
import type { ModelStep, SessionModel } from '../../testkit/session-model';
import { copyOf, type DeskState, dutyOf, modelOf, type Operation } from './state';

/** The states to which a call may lead; none when it cannot be answered so. */
export type Explain = (state: DeskState, operation: Operation, at: number) => readonly DeskState[];

/** No state: the call cannot be answered so. */
export const NOTHING: readonly DeskState[] = [];

/** The code of a refusal; null where the call was accepted. */
function codeOf({ answer }: Operation): string | null {
  return answer.ok ? null : answer.error.code;
}

/** The data of an accepted call. */
export function dataOf<N extends EndpointName>({ answer }: Operation): OutputOf<N> {
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.data as OutputOf<N>;
}

/** Accepted, with this effect; refused with one of the codes, and without any. */
export function outcome(
  state: DeskState,
  operation: Operation,
  expected: string | null,
  change: (next: DeskState) => void = () => undefined,
): readonly DeskState[] {
  if (codeOf(operation) !== expected) return NOTHING;
  if (expected !== null) return [state];
  const next = copyOf(state);
  change(next);
  return [next];
}

/** One of several outcomes is possible, none of which changes what is kept here. */
export function anyOf(...codes: readonly (string | null)[]): Explain {
  return (state, operation) => (codes.includes(codeOf(operation)) ? [state] : NOTHING);
}

/** A read that is always answered, and shows what is kept. */
export function shows(
  isRight: (state: DeskState, operation: Operation, at: number) => boolean,
): Explain {
  return (state, operation, at) =>
    codeOf(operation) === null && isRight(state, operation, at) ? [state] : NOTHING;
}

/** An id of an input. */
export function idOf({ input }: Operation, field: string): string {
  return String(input[field]);
}

/** A call of a verifier, who is none of the store's people; others are not allowed to make it. */
export function ofVerifier(explain: Explain): Explain {
  return (state, operation, at) =>
    operation.person === 'verifier'
      ? explain(state, operation, at)
      : outcome(state, operation, 'not_allowed');
}

/** A call about a session that the store has; of another it is not found. */
function ofSession(explain: (session: string, model: SessionModel) => Explain): Explain {
  return (state, operation, at) => {
    const id = idOf(operation, 'sessionId');
    if (!state.sessions.has(id)) return outcome(state, operation, 'not_found');
    return explain(id, modelOf(state))(state, operation, at);
  };
}

/** A read about a session. */
export function showsSession(
  isRight: (state: DeskState, operation: Operation, at: number) => boolean = () => true,
): Explain {
  return ofSession(() => shows(isRight));
}

/** A version that was read before: another one is refused as stale. */
export function atVersion(
  versionOf: (state: DeskState, operation: Operation) => number | null,
  otherwise: Explain,
): Explain {
  return (state, operation, at) => {
    const version = versionOf(state, operation);
    if (version === null) return outcome(state, operation, 'not_found');
    const isStale = operation.input['version'] !== version;
    return isStale ? outcome(state, operation, 'stale_version') : otherwise(state, operation, at);
  };
}

/** A write of a session that was read before: stale where another one was accepted meanwhile. */
export function readBefore(explain: Explain): Explain {
  return (state, operation, at) =>
    codeOf(operation) === 'stale_version' && operation.isBeside === true
      ? [state]
      : explain(state, operation, at);
}

/** A step of a session. */
export function step(name: ModelStep): Explain {
  return ofSession((id) => (state, operation, at) => {
    const next = copyOf(state);
    if (!modelOf(next).take(id, name, at)) return outcome(state, operation, 'illegal_transition');
    return codeOf(operation) === null ? [next] : NOTHING;
  });
}

/** Whether a host of a plan has left. */
function hasLeft({ hosts }: DeskState, { input }: Operation): boolean {
  const ids = (input['hostIds'] ?? []) as string[];
  return ids.some((id) => hosts[id]?.isRetired === true);
}

/** A new plan; hosts who have left are not planned with. */
export const plan: Explain = (state, operation, at) => {
  if (hasLeft(state, operation)) return outcome(state, operation, 'invalid_input');
  return outcome(state, operation, null, (next) => {
    const { session } = dataOf<'liveSession.schedule'>(operation);
    if (session.seriesId !== null) next.series.push(session.seriesId);
    else modelOf(next).plan(session.id, Date.parse(session.startAt), Date.parse(session.endAt), at);
  });
};

/** A session that starts with its plan: one step, taken back as one. */
export const startNow: Explain = (state, operation, at) => {
  if (hasLeft(state, operation)) return outcome(state, operation, 'invalid_input');
  return outcome(state, operation, null, (next) => {
    const { session } = dataOf<'liveSession.startNow'>(operation);
    const model = modelOf(next);
    model.plan(session.id, Date.parse(session.startAt), Date.parse(session.endAt), at);
    model.take(session.id, 'goLive', at);
    const made = next.sessions.get(session.id);
    made?.standing.splice(0, 2, { step: 'startNow', at, before: null });
  });
};

/** A past session; whether a host who has left may be named is not said here. */
export const backfill: Explain = (state, operation, at) => {
  if (codeOf(operation) === 'invalid_input' && hasLeft(state, operation)) return [state];
  return outcome(state, operation, null, (next) => {
    const { id, startedAt, endedAt } = dataOf<'liveSession.backfill'>(operation).session;
    const times = { start: Date.parse(startedAt ?? ''), end: Date.parse(endedAt ?? '') };
    modelOf(next).backfill(id, times, at);
  });
};

/** An edit of the title: while the session is planned or on air. */
export const edit: Explain = ofSession((id) => (state, operation, at) => {
  const { run } = state.sessions.get(id) ?? {};
  const isOver = run?.state === 'ended' || run?.state === 'cancelled';
  if (codeOf(operation) === 'illegal_transition') {
    return isOver || modelOf(state).stateAt(id, at) === 'unconfirmed' ? [state] : NOTHING;
  }
  if (isOver) return NOTHING;
  return outcome(state, operation, null, (next) => {
    const session = next.sessions.get(id);
    session?.standing.push({ step: 'edit', at, before: structuredClone(session.run) });
  });
});

/** The last step is taken back, for a quarter of an hour. */
export const undo: Explain = ofSession((id) => (state, operation, at) => {
  const { answer } = operation;
  const block = answer.ok ? null : answer.error.info?.['block'];
  // A plan of which something is on record stays.
  if (block === 'has_record') return state.duties[id] === undefined ? NOTHING : [state];
  const next = copyOf(state);
  if (modelOf(next).undo(id, at) !== null) return outcome(state, operation, 'not_undoable');
  return codeOf(operation) === null ? [next] : NOTHING;
});

/** The plan, or the edit, of a session in all of its series: those kept here are of none. */
export const undoSeries: Explain = ofSession((id) => (state, operation, at) => {
  const step = state.sessions.get(id)?.standing.at(-1)?.step ?? '';
  const isOfSeries = step === 'schedule' || step === 'edit';
  return isOfSeries ? undo(state, operation, at) : outcome(state, operation, 'not_undoable');
});

/** Real times of a session that ended and is no piece of an evening. */
export const correct: Explain = ofSession((id) => (state, operation, at) => {
  const next = copyOf(state);
  const start = Date.parse(idOf(operation, 'startedAt'));
  const end = Date.parse(idOf(operation, 'endedAt'));
  const isPossible = modelOf(next).correct(id, { start, end }, at);
  if (isPossible) return codeOf(operation) === null ? [next] : NOTHING;
  return anyOf('illegal_transition', 'session_joined')(state, operation, at);
});

/** Pieces of one evening. */
export const join: Explain = (state, operation, at) => {
  const named = operation.input['sessions'] as { sessionId: string }[];
  const ids = named.map(({ sessionId }) => sessionId);
  if (ids.some((id) => !state.sessions.has(id))) return outcome(state, operation, 'not_found');
  const canJoin = modelOf(state).canJoin(ids);
  const isRefused = ['not_joinable', 'illegal_transition', 'session_joined', 'invalid_input'];
  if (!operation.answer.ok) {
    return canJoin !== true && isRefused.includes(codeOf(operation) ?? '') ? [state] : NOTHING;
  }
  if (canJoin === false) return NOTHING;
  return outcome(state, operation, null, (next) => modelOf(next).join(ids, at));
};

/** An evening that is taken apart. */
export const split: Explain = ofSession((id) => (state, operation, at) => {
  const next = copyOf(state);
  if (modelOf(next).split(id)) return codeOf(operation) === null ? [next] : NOTHING;
  return anyOf(
    'not_joinable',
    'illegal_transition',
    'session_joined',
    'invalid_input',
  )(state, operation, at);
});

/** Sales that move with their session: it has none here. */
export const moveSales: Explain = ofSession(() =>
  anyOf(null, 'illegal_transition', 'session_joined'),
);

/** Another name is another identity; one that was returned stays so until it is handed in again. */
function withNewName(state: DeskState): DeskState {
  const { verification } = state;
  return { ...state, verification: verification === 'returned' ? verification : 'unverified' };
}

/**
 * With the words of the store checked again, where they could not be when they were written: the next
 * writes of the one who wrote them try it, whatever they are about.
 */
export function checkedAgain(state: DeskState): readonly DeskState[] {
  if (!state.isUnchecked) return [state];
  const shopVersion = state.shopVersion + 1;
  const hasDisclosure = state.hasDisclosure || state.willDisclose;
  const checked = { ...state, isUnchecked: false, willDisclose: false, hasDisclosure, shopVersion };
  return [state, checked, withNewName(checked)];
}

/** The store itself is edited; words that could not be checked count later. */
export const updateShop: Explain = (state, operation) =>
  outcome(state, operation, null, (next) => {
    const { name } = operation.input as { name: string };
    const { waiting } = dataOf<'shop.update'>(operation).shop;
    const isHeld = waiting.some(({ field }) => field.startsWith('disclosure.'));
    Object.assign(next, {
      name,
      isUnchecked: waiting.length > 0,
      willDisclose: isHeld && !state.hasDisclosure,
      hasDisclosure: !isHeld || state.hasDisclosure,
      shopVersion: state.shopVersion + 1,
    });
  }).flatMap((next) => (next.isUnchecked ? [next, withNewName(next)] : [withNewName(next)]));

/** Who the store is, handed in once: it needs the disclosure. */
export const submit: Explain = (state, operation) => {
  const isOpen = state.verification === 'unverified' || state.verification === 'returned';
  if (!isOpen) return outcome(state, operation, null);
  if (!state.hasDisclosure) return outcome(state, operation, 'disclosure_incomplete');
  return outcome(state, operation, null, (next) => {
    Object.assign(next, { verification: 'waiting', shopVersion: state.shopVersion + 1 });
  });
};

/** A verifier's decision; what it is about may have been decided or taken back since it was read. */
export const decide: Explain = ofVerifier((state, operation) => {
  const isReturned = operation.input['outcome'] === 'returned';
  const from = isReturned ? ['waiting', 'verified'] : ['waiting'];
  if (codeOf(operation) !== null) {
    return anyOf('not_found', 'stale_version')(state, operation, 0);
  }
  if (!from.includes(state.verification)) return NOTHING;
  return outcome(state, operation, null, (next) => {
    const verification = isReturned ? 'returned' : 'verified';
    Object.assign(next, { verification, shopVersion: state.shopVersion + 1 });
  });
});

/** The page becomes public, or is taken back. */
export const publish: Explain = (state, operation) => {
  const { isPublished } = operation.input as { isPublished: boolean };
  if (isPublished && !state.hasDisclosure)
    return outcome(state, operation, 'disclosure_incomplete');
  return outcome(state, operation, null, (next) => {
    Object.assign(next, { isPublished, shopVersion: state.shopVersion + 1 });
  });
};

/** A new host, and with the host's account another version of the store. */
export const addHost: Explain = (state, operation) =>
  outcome(state, operation, null, (next) => {
    const { host, shop } = dataOf<'host.add'>(operation);
    next.shopVersion = shop.version;
    const { version, name, isRetired } = host;
    next.hosts[host.id] = { version, name, isRetired, person: null };
  });

/** A change of a host. */
export function changeHost(
  change: (host: DeskState['hosts'][string], operation: Operation) => void,
): Explain {
  return (state, operation) => {
    const id = idOf(operation, 'hostId');
    if (state.hosts[id] === undefined) return outcome(state, operation, 'not_found');
    return outcome(state, operation, null, (next) => {
      const host = next.hosts[id];
      if (host !== undefined) change(host, operation);
    });
  };
}

/** Hosts with name, version, whether they have left, and whether a person joined. */
export const hostsShown: Explain = shows((state, operation) => {
  const { hosts } = dataOf<'host.list'>(operation);
  const isSame = hosts.every((shown) => {
    const kept = state.hosts[shown.id];
    if (kept === undefined) return false;
    const { version, name, isRetired, person } = kept;
    const isLinked = person !== null;
    return (
      shown.version === version &&
      shown.name === name &&
      shown.isRetired === isRetired &&
      shown.isLinked === isLinked
    );
  });
  return isSame && hosts.length === Object.keys(state.hosts).length;
});

/** A write of the record of a session: a cancelled one has none to be changed. */
function ofDuty(explain: (session: string, model: SessionModel) => Explain): Explain {
  return ofSession((id, model) => (state, operation, at) => {
    const isCancelled = state.sessions.get(id)?.run.state === 'cancelled';
    if (isCancelled && codeOf(operation) !== 'stale_version') {
      return outcome(state, operation, 'illegal_transition');
    }
    return explain(id, model)(state, operation, at);
  });
}

/** Another list of the store for a session, if it is still one. */
export const chooseDuty: Explain = ofDuty(() => anyOf(null, 'stale_version'));

/** Statements and checks of a record. */
export const confirmDuty: Explain = ofDuty((id) =>
  atVersion(
    (state) => dutyOf(state, id).version,
    (state, operation) =>
      outcome(state, operation, null, (next) => {
        dutyOf(next, id).version += 1;
      }),
  ),
);

/** The item `equipment`, which every list has here. */
export const tickDuty: Explain = ofDuty((id) => (state, operation, at) => {
  const { tickedAt } = dutyOf(state, id);
  const { isDone, tickedAt: seen } = operation.input as {
    isDone: boolean;
    tickedAt: string | null;
  };
  const { lines = [] } = state.sessions.get(id) ?? {};
  const wasOver = lines.includes('end') || lines.includes('backfill');
  // A session that is over before it has a record gets no list.
  if (wasOver && tickedAt === null && codeOf(operation) === 'stale_version') return [state];
  if ((tickedAt !== null) === isDone) return outcome(state, operation, null);
  if (tickedAt !== null && tickedAt !== seen) return outcome(state, operation, 'stale_version');
  return outcome(state, operation, null, (next) => {
    dutyOf(next, id).tickedAt = isDone ? new Date(at).toISOString() : null;
  });
});

/** A correction on air: of a session that began. */
export const correctDuty: Explain = ofDuty((id, model) => (state, operation, at) => {
  const kept = model.stateAt(id, at);
  const canRecord = kept === 'live' || kept === 'paused' || kept === 'ended';
  const may: (string | null)[] = canRecord ? [null] : ['illegal_transition'];
  if (kept === 'unconfirmed') may.push(null, 'invalid_input');
  if (kept === 'ended') may.push('invalid_input');
  if (!may.includes(codeOf(operation))) return NOTHING;
  return outcome(state, operation, codeOf(operation), (next) => {
    const { corrections } = dataOf<'duty.correct'>(operation).duty;
    dutyOf(next, id).corrections = corrections.map(({ id: each }) => each).sort();
    const isNew = corrections.length === dutyOf(state, id).corrections.length + 1;
    if (!isNew) dutyOf(next, id).corrections.push('one is missing');
  });
});

/** A correction that is withdrawn stays on record. */
export const withdrawDuty: Explain = ofDuty((id) => (state, operation) => {
  const isKnown = dutyOf(state, id).corrections.includes(idOf(operation, 'correctionId'));
  return outcome(state, operation, isKnown ? null : 'not_found');
});

/** The record of a session with its version, its tick and its corrections. */
export const dutyShown: Explain = showsSession((state, operation) => {
  const { duty } = dataOf<'duty.get'>(operation);
  const { version, tickedAt, corrections } = dutyOf(state, duty.sessionId);
  const shown = duty.items.find(({ id }) => id === 'equipment')?.tick?.at ?? null;
  return (
    duty.version === version &&
    shown === tickedAt &&
    JSON.stringify(duty.corrections.map(({ id }) => id).sort()) === JSON.stringify(corrections)
  );
});

/** Marks in the console of a session: on air, and for a day after it. */
export const markConsole: Explain = ofSession((id, model) => (state, operation, at) => {
  const kept = model.stateAt(id, at);
  const isOnAir = kept === 'live' || kept === 'paused';
  const may = isOnAir ? [null] : kept === 'ended' ? [null, 'illegal_transition'] : [];
  const code = codeOf(operation);
  if (!isOnAir && code === 'illegal_transition') return [state];
  if (!may.includes(code)) return NOTHING;
  return outcome(state, operation, null, (next) => {
    const sent = (operation.input['marks'] as { id: string }[]).map((mark) => mark.id);
    next.marks[id] = [...new Set([...(state.marks[id] ?? []), ...sent])].sort();
  });
});

/** Every mark of a session once. */
export const marksShown: Explain = showsSession((state, operation) => {
  const { marks } = dataOf<'console.read'>(operation);
  const kept = state.marks[idOf(operation, 'sessionId')] ?? [];
  return JSON.stringify(marks.map(({ id }) => id).sort()) === JSON.stringify(kept);
});

/** Lists of the store. */
export const saveLists: Explain = (state, operation) =>
  outcome(state, operation, null, (next) => {
    next.listsVersion += 1;
  });

/** A session in the state in which it is. */
export const sessionShown: Explain = showsSession((state, operation, at) => {
  const { session } = dataOf<'liveSession.get'>(operation);
  return session.state === modelOf(state).stateAt(session.id, at);
});

/** The list of all sessions: those of series, which have a title of their own, are not kept here. */
export const listShown: Explain = shows((state, operation) => {
  const { items, cursor } = dataOf<'liveSession.list'>(operation);
  const shown = items.filter(({ title }) => title !== SERIES_TITLE).map(({ id }) => id);
  const kept = [...state.sessions.values()].filter(({ parent }) => parent === null);
  const ids = new Set(kept.map(({ id }) => id));
  if (!shown.every((id) => ids.has(id))) return false;
  return cursor !== null || shown.length === ids.size;
});

/** The title of the sessions of a series. */
export const SERIES_TITLE = '系列';
