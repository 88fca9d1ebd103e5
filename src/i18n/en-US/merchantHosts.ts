import type { merchantHosts as zh } from '../zh-CN/merchantHosts';

/** Words of hosts on the ladder, of inviting a host, and of what a host sold over several stores. */
export const merchantHosts: typeof zh = {
  ladder: {
    title: 'All hosts on the ladder',
    nearest: (host, tier, missing) => `${host} is nearest to the ${tier}: ${missing} short`,
    summary: ({ hosts, reached, unknown, blank }) =>
      `${hosts} hosts; by the figures ${reached} past some tier, ${unknown} cannot be told` +
      (blank > 0 ? `, ${blank} without records` : ''),
    nothing: 'Nothing recorded in this year',
    noReading: 'followers not all read',
    noPaid: 'some only as ordered',
    empty: 'No host yet',
    emptyNote: 'Once hosts are added, this shows how far each is from the next tier.',
    add: 'Add a host',
    record: 'Record',
    addFollowers: 'Followers',
    addPaid: 'Add paid',
    noLadder: 'No scheme measures hosts',
    more: 'Show more',
    unassigned: 'Given to no host',
    unassignedNote: (entries) =>
      `${entries} ${entries === 1 ? 'entry' : 'entries'}, counted for no host`,
    whole: 'Whole store',
    wholeNote: 'The rows above, added up',
    order:
      'Nearest to the next tier first. By net sales this store has recorded, host by host. Green hatching: sold in the last two months and may still come back.',
  },
  unassigned: {
    title: 'Given to no host',
    note: "This money counts for the store only. Tap a host's name to count it for them; a wrong tap can be changed.",
    none: 'Every entry counts for a host',
    noneNote: 'Amounts without a host are listed here: they count for the store and for no host.',
    to: (host) => `To ${host}`,
    other: 'Another host',
    done: (host) => `Counts for ${host}`,
    change: 'Change',
  },
  choose: {
    byName: 'Find by name',
    none: 'No host has this name',
  },
  people: {
    rename: 'Rename',
    renameTitle: "The host's new name",
    renameNote:
      'Sessions that are not over, cards and the store page show it at once. Past sessions keep the name of their time.',
    followNote:
      "This host is the owner. With a name of its own it no longer follows the store's; with the same name it does again.",
    save: 'Rename',
    renamed: 'Renamed',
    retire: 'This host has left',
    retireTitle: 'Has this host left?',
    retireText:
      'New plans and past sessions no longer offer the host. Sales, progress and history stay, and you can bring the host back at any time.',
    retirePlans: (count: string, first: string) =>
      `Still planned: ${count} (next: ${first}). These stay as they are; edit them to change the host.`,
    atLeast: (count: number) => `more than ${count}`,
    retireYes: 'Has left',
    retireNo: 'Has not left',
    retired: 'Noted as left',
    back: 'Bring this host back',
    isBack: 'Brought back',
    left: 'Has left',
    leftTitle: 'Hosts who have left',
  },
  link: {
    linked: 'Linked to a person',
    notLinked: 'Not linked',
    facts: 'Statements and followers',
    sharing: 'Let them see what they sold here',
    sharingNote: 'Net sales, for them alone; can be taken back at any time.',
    invite: 'Invite this host',
    inviteNote:
      'Send the host a card. Once they join, they see and run sessions, and of money their own only.',
    unlink: 'Unlink',
    unlinkTitle: 'Unlink this host?',
    unlinkText: 'They no longer see their figures here. All records stay.',
    unlinkYes: 'Unlink',
    unlinkNo: 'Keep',
    done: 'Saved',
  },
  own: {
    title: 'Me as a host',
    sum: (year) => `Over all stores in ${year}`,
    sumNote: 'Only stores that let me see it are added up.',
    places: 'By store',
    hidden: 'The store does not agree: not counted',
    as: (name) => `Host ${name}`,
    sessions: 'My sessions',
    leave: 'Leave',
    leaveTitle: "Leave as this store's host?",
    leaveText: "You no longer see your figures here. The store's records stay.",
    leaveYes: 'Leave',
    leaveNo: 'Stay',
    empty: 'Not a host of any store yet',
    emptyNote: 'Open the card that a store sent you, or enter its code below.',
    ladder: 'The sum on the ladder',
  },
};
