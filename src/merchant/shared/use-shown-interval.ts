import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** Calls `run` every `everyMs` milliseconds while the page is shown. */
export function useShownInterval(run: () => void, everyMs: number): void {
  const latest = useRef(run);
  const timer = useRef<ReturnType<typeof setInterval> | null>(null);
  const stop = (): void => {
    if (timer.current !== null) clearInterval(timer.current);
    timer.current = null;
  };
  const start = (): void => {
    stop();
    timer.current = setInterval(() => latest.current(), everyMs);
  };
  useEffect(() => {
    latest.current = run;
  });
  useDidShow(start);
  useDidHide(stop);
  useEffect(() => {
    start();
    return stop;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- both are new at each render
  }, [everyMs]);
}
