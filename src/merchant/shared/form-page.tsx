import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';

import { Button } from '../../components/button';
import { PageFrame } from '../../components/page-frame';
import { DraftNote, type DraftNoteProps } from './draft-note';
import { useOfflineMessage } from './shop-page';

/** Props of {@link FormPage}. */
export interface FormPageProps {
  draft: DraftNoteProps['draft'] & { readonly isBusy: boolean };
  submitLabel: string;
  onSubmit: () => void;
  /** The fields of the form. */
  children: ReactNode;
  /** What lies over the page, such as a sheet. */
  overlay?: ReactNode;
}

/** A page that is one form: notes of the draft around the fields, and the button that sends it. */
export const FormPage = observer(function FormPage(props: FormPageProps) {
  const { draft, submitLabel, onSubmit, children, overlay } = props;
  return (
    <PageFrame
      offlineMessage={useOfflineMessage(null)}
      footer={
        <Button kind="primary" isBusy={draft.isBusy} onTap={onSubmit}>
          {submitLabel}
        </Button>
      }
    >
      <DraftNote draft={draft} at="top" />
      {children}
      <DraftNote draft={draft} at="foot" />
      {overlay}
    </PageFrame>
  );
});
