// TanStack's virtualizer as a Preact hook: which of ten thousand rows are on screen.
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface Rows {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** In pixels, by index. */
  readonly heightOf: (index: number) => number;
  readonly keyOf: (index: number) => string;
}

/** Rows beyond the edges, so that a fast scroll does not show emptiness. */
const OVERSCAN = 6;

export function useVirtualRows({
  count,
  scroller,
  heightOf,
  keyOf,
}: Rows): Virtualizer<HTMLElement, HTMLElement> {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: OVERSCAN,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  };
  const [rows] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  return rows;
}
