import type { ComponentProps, MouseEvent } from 'react';
import { addressOf, type Place } from '@/lib/domain/answering-place';
import type { Answering } from './use-answering';

type Props = Omit<ComponentProps<'a'>, 'href' | 'onClick'> & {
  answering: Answering;
  to: Place;
  onGo?: () => void;
};

/** A link to a place of this screen: followed without the server where the page is alive, and by it where it is not. */
export function PlaceLink({ answering, to, onGo, children, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    answering.go(to);
    onGo?.();
  };
  return (
    <a href={addressOf(to, answering.view.order, answering.view.mine?.only)} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
