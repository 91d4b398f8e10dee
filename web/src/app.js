// Small islands on pages that are whole without them: data-island names what an element gets.
import { counter } from './islands/counter.js';
import { dialogs } from './islands/dialogs.js';
import { filter } from './islands/filter.js';
import { guard } from './islands/guard.js';
import { live } from './islands/live.js';
import { map } from './islands/map.js';
import { search } from './islands/search.js';
import { upload } from './islands/upload.js';

const islands = { counter, filter, guard, live, map, search, upload };

/** Wakes the islands below a node; called again for what an island has put in. */
export function wake(root) {
  for (const element of root.querySelectorAll('[data-island]')) {
    for (const name of element.dataset.island.split(' ')) {
      islands[name]?.(element, wake);
    }
  }
}

dialogs();
wake(document);
