export { type Applicant, createApplicantDraft, createFollowersDraft } from './applicant-draft';
export { isBlank, typedFen, yuanText } from './amounts';
export { type BackfillDraft, createBackfillDraft } from './backfill-draft';
export {
  type ChecklistsDraft,
  createChecklistsDraft,
  type ItemFields,
  listFields,
  type ListFields,
} from './checklists-draft';
export { createDutyDraft, createOnAirDraft, type DutyDraft, dutyFields } from './duty-draft';
export { createHostDraft, emptyHost } from './host-draft';
export type { PlaceFields } from './place';
export {
  createEditDraft,
  createPlanDraft,
  type EditDraft,
  editFields,
  firstRepeat,
  NEW_TEASER,
  NO_REPEAT,
  newPlanFields,
  type PlanDraft,
  type PlanStart,
  repeatMoved,
  repeatOf,
  type TeaserFields,
} from './plan-draft';
export { createRegisterDraft, type RegisterDraft } from './register-draft';
export { createCorrectionDraft, createRecordDraft, type SalesDraft } from './sales-draft';
export {
  type AccountFields,
  createShopDraft,
  NEW_ACCOUNT,
  type ShopDraft,
  shopFields,
} from './shop-draft';
export { createStartDraft, type StartDraft, type StartFields } from './start-draft';
export { createTimesDraft, type TimesDraft, timesFields } from './times-draft';
export { type Times, withEndDay, withEndTime, withStart } from './times';
export type { FieldsOf, PathOf } from './typed';
