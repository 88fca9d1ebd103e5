/** One step of drawing on a canvas. Lengths in px. */
export type DrawCommand =
  | {
      readonly op: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Of the corners, px. */
      readonly radius: number;
      readonly fill: string;
    }
  | {
      readonly op: 'circle';
      /** Centre. */
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
    }
  | {
      /** A filled sector of a disc, clockwise from one angle to another, radians. */
      readonly op: 'sector';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly from: number;
      readonly to: number;
      readonly fill: string;
    }
  | {
      /** With round ends. */
      readonly op: 'line';
      readonly x: number;
      readonly y: number;
      readonly toX: number;
      readonly toY: number;
      readonly width: number;
      readonly fill: string;
    }
  | {
      readonly op: 'text';
      readonly text: string;
      /** Left, middle or right of the text, by `align`. */
      readonly x: number;
      /** Alphabetic baseline. */
      readonly y: number;
      /** px */
      readonly size: number;
      readonly weight: 'normal' | 'bold';
      readonly fill: string;
      readonly align: 'left' | 'center' | 'right';
      /** Condensed to fit, should a device's font be wider than expected. */
      readonly maxWidth: number;
    };

/** What a cover is of, and how large it is shown; drawn at that size, since cells are whole pixels. */
export interface CoverSubject {
  /** Picks palette, pattern and plate; the store's. */
  readonly id: string;
  /** Other cells of the same pattern: a session's id. Absent: the store's own. */
  readonly variant?: string;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** On a plate in the middle; empty: no plate. */
  readonly letter: string;
}

/** The cover of a store or a session; its many shapes are worked out when it is drawn. */
export interface CoverCommand extends CoverSubject {
  readonly op: 'cover';
  /** Left and top edge, px; nothing is drawn beyond its size. */
  readonly x: number;
  readonly y: number;
  /** Of the corners, px. */
  readonly radius: number;
  /** Without its colours: what is over, or does not take place. */
  readonly isGray: boolean;
}

/** Commands at a place of the drawing; nothing is drawn beyond its size. */
export interface GroupCommand {
  readonly op: 'group';
  /** Left and top edge, px; the commands count from there. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the corners, px. */
  readonly radius: number;
  readonly commands: readonly DrawCommand[];
}

/** A drawing and its size, px. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly commands: readonly (DrawCommand | GroupCommand)[];
}

/** A drawing whose covers are not worked out yet: it is compared and kept, and small. */
export interface Sketch extends Pick<Drawing, 'width' | 'height'> {
  readonly commands: readonly (DrawCommand | CoverCommand)[];
}
