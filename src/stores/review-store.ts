import { action, makeAutoObservable } from 'mobx';

import type { InputOf, OutputOf } from '../contract/endpoints';
import type { Review } from '../contract/review';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { Paged } from './paged';
import { PagedMap } from './paged-map';
import type { Result } from './result';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** Which list of a verifier. */
export type ReviewQueue = Pick<InputOf<'review.list'>, 'kind' | 'list'>;

const keyOf = ({ kind, list }: ReviewQueue): string => `${kind}/${list}`;

/** What a verifier looks at. Nothing of it is copied to this device. */
class ReviewStore {
  private readonly lists: PagedMap<Review>;
  private readonly reviews: LoadableMap<OutputOf<'review.get'>>;
  /** How many each list has, as it was read the last time. */
  counts: OutputOf<'review.list'>['counts'] = null;

  constructor(private readonly context: StoreContext) {
    makeAutoObservable<this, 'context' | 'lists' | 'reviews'>(this, {
      context: false,
      lists: false,
      reviews: false,
    });
    this.lists = new PagedMap(context.now, ({ id }) => id);
    this.reviews = new LoadableMap(context.now);
  }

  /** A list as far as it is read. */
  list(queue: ReviewQueue): Paged<Review> {
    return this.lists.get(keyOf(queue));
  }

  /** Reads the first page (again). */
  load(queue: ReviewQueue): Promise<void> {
    return this.lists.loadFirst(
      keyOf(queue),
      () => this.context.gateway.read('review.list', { ...queue, cursor: null }),
      action(({ counts, ...page }: OutputOf<'review.list'>) => {
        this.counts = counts;
        return page;
      }),
    );
  }

  /** Reads more, unless all are read or some are being read. */
  loadMore(queue: ReviewQueue): Promise<void> {
    return this.lists.readOn(keyOf(queue), (cursor) =>
      this.context.gateway.read('review.list', { ...queue, cursor }),
    );
  }

  /** One review, with those before it. */
  review(reviewId: string): Loadable<OutputOf<'review.get'>> {
    return this.reviews.get(reviewId);
  }

  /** Reads a review (again). */
  async loadReview(reviewId: string): Promise<void> {
    await this.reviews.load(
      reviewId,
      () => this.context.gateway.read('review.get', { reviewId }),
      (value) => value,
    );
  }

  /**
   * Reads a review that the verifier opens, and says to others that it is being looked at. Nothing is
   * said of one that others hold, or that needs no decision.
   */
  async open(reviewId: string): Promise<void> {
    await this.loadReview(reviewId);
    const found = this.review(reviewId);
    if (found.status !== 'ready' || found.value === null) return;
    const { hold } = found.value.review;
    if (hold === null || hold.isOwn) await this.context.gateway.write('review.hold', { reviewId });
  }

  /** Decides; the review is read again, whatever came of it. */
  async decide(input: InputOf<'review.decide'>): Promise<Result<OutputOf<'review.decide'>>> {
    const result = await this.context.gateway.write('review.decide', input);
    await this.loadReview(input.reviewId);
    return result;
  }

  /** Decides a report; it is read again, whatever came of it. */
  async decideReport(input: InputOf<'report.decide'>): Promise<Result<OutputOf<'report.decide'>>> {
    const result = await this.context.gateway.write('report.decide', input);
    await this.loadReview(input.reviewId);
    return result;
  }

  reset(): void {
    this.counts = null;
    this.lists.reset();
    this.reviews.reset();
  }
}

/** Makes the store, see `RootStore.lazy`. */
export function createReviewStore({ context }: StoreParts): ReviewStore {
  return new ReviewStore(context);
}
