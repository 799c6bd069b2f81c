import { useEffect, useRef } from "react";
import { useLocation, useRevalidator } from "react-router";
import { useHasScript } from "../../../../ui/has-script.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Progress } from "../../../../ui/Progress.tsx";
import { waitText } from "./wait.text.ts";

/** Milliseconds before the first look for what is being worked out, and the most between two: each time it waits twice as long. */
const looks = { first: 1000, most: 10_000 };

/** That something is being made, and without script the way to see whether it is. */
export function Making({ label }: { readonly label: string }) {
	const text = waitText[useLanguage()];
	const { pathname, search } = useLocation();
	return useHasScript() ? (
		<Progress label={label} note={text.comes} />
	) : (
		<p>
			{label}{" "}
			<a className="ds-link" href={pathname + search}>
				{text.look}
			</a>
		</p>
	);
}

/** Asks for the page's data again as long as something is being made. */
export function useLooks(making: boolean): void {
	const { revalidate, state } = useRevalidator();
	const pause = useRef(looks.first);
	useEffect(() => {
		if (!making) pause.current = looks.first;
		if (!making || state !== "idle") return;
		const timer = setTimeout(() => {
			pause.current = Math.min(2 * pause.current, looks.most);
			revalidate().catch(() => {
				// The next look asks again.
			});
		}, pause.current);
		return () => clearTimeout(timer);
	}, [making, state, revalidate]);
}
