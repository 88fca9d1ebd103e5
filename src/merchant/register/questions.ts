import { asksAge } from '../../domain/shop/problems';
import type { FieldsOf, PathOf } from '../../stores/drafts';

type Fields = FieldsOf<'shop.register'>;

/** One thing that registering asks, with the fields of its answer. */
export interface Question {
  readonly name:
    'name' | 'legalForm' | 'lineOfBusiness' | 'place' | 'age' | 'platform' | 'account' | 'consent';
  readonly paths: readonly PathOf<'shop.register'>[];
  readonly isAnswered: boolean;
}

/** Where the answer of a place may be wrong. */
const PLACE_PATHS = ['place.where', 'place.town', 'place.movingOn'] as const;

function isPlaced({ where, town, movingOn }: Fields['place']): boolean {
  if (where === 'huadu') return town !== null;
  return where === 'moving' ? movingOn !== null : where !== null;
}

/** What the two pages of a registration ask, with what is answered: eight things at most. */
export function questionsOf(fields: Fields): readonly [readonly Question[], readonly Question[]] {
  const { name, legalForm, lineOfBusiness, place, age, account, consent } = fields;
  const first: Question[] = [
    { name: 'name', paths: ['name'], isAnswered: name.trim() !== '' },
    { name: 'legalForm', paths: ['legalForm'], isAnswered: legalForm !== null },
    { name: 'lineOfBusiness', paths: ['lineOfBusiness'], isAnswered: lineOfBusiness !== null },
    { name: 'place', paths: PLACE_PATHS, isAnswered: isPlaced(place) },
  ];
  const ageQuestion: Question = { name: 'age', paths: ['age'], isAnswered: age !== null };
  const second: Question[] = [
    ...(asksAge(legalForm) ? [ageQuestion] : []),
    { name: 'platform', paths: ['account.platform'], isAnswered: account.platform !== null },
    { name: 'account', paths: ['account.name'], isAnswered: account.name.trim() !== '' },
    { name: 'consent', paths: ['consent'], isAnswered: consent },
  ];
  return [first, second];
}
