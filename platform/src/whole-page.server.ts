import { createContext } from "react-router";

/**
 * Where a door that can send bytes waits for those of a page. The answer that the router carries is then empty: every
 * answer with a body becomes a stream on its way, which for a small page costs more than reading its rows.
 */
export const wholePage = createContext<{ bytes: Uint8Array<ArrayBuffer> | null } | null>(null);
