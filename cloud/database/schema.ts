import { AUDIENCE_COLLECTIONS } from './audience-collections';
import { by, collection, type CollectionSpec } from './collection';
import { REVIEW_COLLECTIONS } from './review-collections';

/**
 * Every collection with its fields and indexes, as plain data: the local cloud enforces it and a
 * deployment creates it. `schema-check.ts` compares the fields with the documents' types;
 * `tests/schema` shows that an index serves every query and that every index is needed.
 *
 * Unique keys are document ids: a person has one document, a change is the hash of person and request
 * key, so a second one cannot exist.
 */
export const SCHEMA = {
  /**
   * One more with every change after which earlier documents could not be read, and with it a
   * migration in `cloud/migrations`.
   */
  version: 20,
  collections: {
    /** Stores, with their accounts, disclosure and declared facts. */
    shops: collection({
      fields: {
        name: 'text',
        legalForm: 'text',
        lineOfBusiness: 'text',
        businesses: 'list',
        place: 'map',
        age: 'text?',
        intro: 'text',
        sealedPhone: 'text?',
        accounts: 'list',
        disclosure: 'map',
        disclosureConsentAt: 'text?',
        isPublished: 'flag',
        isListed: 'flag',
        listedKey: 'text',
        verification: 'map',
        suspension: 'map?',
        hostCount: 'number',
        followersByYear: 'map',
        facts: 'list',
        registeredAt: 'text',
        waiting: 'list',
        version: 'number',
      },
      indexes: [by('isListed', 'listedKey')],
    }),
    /**
     * Who works in which store, with which role, as which host they have joined, and who verifies. One
     * document for each person, so that a limit of theirs is decided on what is read in the transaction.
     */
    people: collection({
      fields: {
        seats: 'map',
        hostIds: 'list',
        verifier: 'map?',
        unchecked: 'list',
        reports: 'map?',
      },
      indexes: [],
    }),
    /** The people of a store with open invitations; `_id` is the store's. None: its owner alone. */
    teams: collection({
      fields: {
        members: 'list',
        invitations: 'list',
        codes: 'list',
        lines: 'list',
        memberCount: 'number',
        invitedOn: 'text?',
        invited: 'number',
      },
      indexes: [by('codes', 'memberCount')],
    }),
    /** Hosts, with their declared facts and the latest follower readings of each year. */
    hosts: collection({
      fields: {
        shopId: 'text',
        name: 'text',
        facts: 'list',
        followersByYear: 'map',
        personId: 'text?',
        isRetired: 'flag',
        followsShop: 'flag',
        isSharingSums: 'flag',
        addedAt: 'text',
        waiting: 'list',
        version: 'number',
      },
      indexes: [by('shopId', 'addedAt'), by('personId', 'addedAt')],
    }),
    /** Every dated follower reading: kept for good; the latest of each year are in its host. */
    follower_readings: collection({
      fields: {
        shopId: 'text',
        accountId: 'text',
        platform: 'text',
        count: 'number',
        readOn: 'text',
        recordedAt: 'text',
        recordedBy: 'text',
      },
      indexes: [by('accountId', 'readOn')],
    }),
    /** Withdrawn facts of a store or host with very many. */
    older_facts: collection({
      fields: { shopId: 'text', subjectId: 'text', movedAt: 'text', facts: 'list' },
      indexes: [by('subjectId', 'movedAt')],
    }),
    /** Live sessions with the kept sums of their entries. */
    live_sessions: collection({
      fields: {
        shopId: 'text',
        shopName: 'text',
        title: 'text',
        hosts: 'list',
        accountId: 'text?',
        platform: 'text?',
        accountName: 'text?',
        precision: 'text',
        bookedOn: 'text',
        isBooked: 'flag',
        state: 'text',
        stage: 'text',
        startAt: 'text',
        endAt: 'text',
        startedAt: 'text?',
        endedAt: 'text?',
        pauses: 'list',
        sortKey: 'text',
        goalFen: 'number?',
        teasers: 'list',
        isAiPresenter: 'flag',
        seriesId: 'text?',
        seriesClock: 'text?',
        parentId: 'text?',
        pieces: 'list',
        isPiece: 'flag',
        keys: 'list',
        grams: 'list',
        foundAs: 'text',
        scopes: 'list',
        recentAmounts: 'list',
        entriesAt: 'text?',
        history: 'list',
        historyPages: 'number',
        waiting: 'list',
        version: 'number',
      },
      indexes: [
        by('shopId', 'isPiece', 'sortKey'),
        by('shopId', 'stage', 'sortKey'),
        by('keys', 'isPiece', 'sortKey'),
        by('keys', 'stage', 'sortKey'),
        by('seriesId', 'sortKey'),
        by('shopId', 'grams', 'sortKey'),
      ],
    }),
    /** Older lines of a session's history: `<session>:<page>`. */
    session_history: collection({
      fields: { shopId: 'text', sessionId: 'text', page: 'number', lines: 'list' },
      indexes: [],
    }),
    /**
     * What lists of a store need beside its sessions: the names of its hosts, and the sessions that
     * are on air or to come. Its id is the store's.
     */
    storefronts: collection({
      fields: {
        isListed: 'flag',
        card: 'map',
        hostNames: 'map',
        sessions: 'list',
        completeUntil: 'text?',
        nextKey: 'text',
        movedKey: 'text',
        dueAt: 'text',
        version: 'number',
      },
      indexes: [by('isListed', 'nextKey'), by('isListed', 'movedKey'), by('dueAt')],
    }),
    /** Kept sums of an account's day outside any session. */
    sales_days: collection({
      fields: { shopId: 'text', scope: 'map', recentAmounts: 'list', entriesAt: 'text?' },
      indexes: [],
    }),
    /** The ledger: an entry with its corrections; where it belongs never changes. */
    sales_entries: collection({
      fields: {
        shopId: 'text',
        sessionId: 'text?',
        sessionTitle: 'text?',
        hostId: 'text?',
        accountId: 'text?',
        platform: 'text?',
        bookedOn: 'text',
        batchId: 'text?',
        revisions: 'list',
        isCounted: 'flag',
        returnedOn: 'text?',
        sortKey: 'text',
      },
      indexes: [
        by('shopId', 'sortKey'),
        by('sessionId', 'sortKey'),
        by('sessionId', 'isCounted', 'sortKey'),
        by('sessionId', 'returnedOn'),
        by('shopId', 'isCounted', 'sortKey'),
        by('shopId', 'hostId', 'isCounted', 'sortKey'),
      ],
    }),
    /** Kept totals of a host, or of sales without one, in a China year: `<host or shop>:<year>`. */
    year_totals: collection({
      fields: {
        shopId: 'text',
        subjectId: 'text',
        year: 'number',
        cells: 'map',
        ranges: 'map',
        days: 'map',
        returns: 'map',
        returned: 'map',
        recorded: 'map',
        sessionMonths: 'map',
        entryCount: 'number',
        raisedFen: 'number',
      },
      indexes: [by('shopId', 'year', 'subjectId')],
    }),
    /** Kept totals of a store's hosts in a China year, in a few documents: `<store>:<year>:<shard>`. */
    shop_years: collection({
      fields: {
        shopId: 'text',
        year: 'number',
        shard: 'number',
        cells: 'map',
        ranges: 'map',
        returned: 'map',
        recorded: 'map',
        sessionMonths: 'map',
        entryCount: 'number',
        raisedFen: 'number',
      },
      indexes: [],
    }),
    /** What a store states of a session and checked for it; `_id` is the session's. */
    duty_records: collection({
      fields: {
        shopId: 'text',
        identity: 'map?',
        licence: 'map?',
        seller: 'map?',
        isAiPresenter: 'flag',
        confirmed: 'map?',
        confirmedAt: 'text?',
        corrections: 'list',
        listId: 'text?',
        listName: 'text?',
        items: 'list',
        version: 'number',
        revision: 'number',
      },
      indexes: [by('shopId', 'confirmedAt')],
    }),
    /** What was tapped in the console of a session, in the order in which it came in; `_id` is the session's. */
    console_logs: collection({ fields: { shopId: 'text', marks: 'list' }, indexes: [] }),
    /** The lists that sessions of a store get; `_id` is the store's. None: those to start from. */
    checklists: collection({ fields: { lists: 'list', version: 'number' }, indexes: [] }),
    ...REVIEW_COLLECTIONS,
    ...AUDIENCE_COLLECTIONS,
    /** Published rule sets, immutable by id and version. */
    rule_sets: collection({
      fields: { isCurrent: 'flag', publishedAt: 'text', ruleSet: 'map' },
      indexes: [by('isCurrent', 'publishedAt'), by('publishedAt')],
      isImpersonal: true,
    }),
    /** One record per acknowledged write: the audit log, and for seven days the answer for a repeat. */
    changes: collection({
      fields: {
        shopId: 'text',
        endpoint: 'text',
        inputHash: 'text',
        answer: 'text?',
        answerEndsAt: 'text?',
        personId: 'text',
        at: 'text',
      },
      indexes: [by('answerEndsAt')],
    }),
    /** The schema versions that the data have had: `v<version>`; the highest is theirs. */
    schema_versions: collection({
      fields: { version: 'number', since: 'text' },
      indexes: [],
      isImpersonal: true,
    }),
  },
} as const satisfies { version: number; collections: Record<string, CollectionSpec> };

/** Name of a collection. */
export type CollectionName = keyof (typeof SCHEMA)['collections'];
