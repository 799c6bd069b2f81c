import { useEffect, useState } from "react";

/** Whether script runs in the browser; false on the server and in the first rendering, so that both say the same. */
export function useHasScript(): boolean {
	const [has, setHas] = useState(false);
	useEffect(() => setHas(true), []);
	return has;
}
