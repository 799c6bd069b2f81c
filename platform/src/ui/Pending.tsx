import { useEffect, useState } from "react";
import { useNavigation } from "react-router";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

/** How long an answer may take before the page says that it is waiting, milliseconds. Sooner only flickers. */
const patience = 300;

/** Says that the next page, or the answer to a form, is on its way. */
export function Pending() {
	const text = uiText[useLanguage()];
	const isBusy = useNavigation().state !== "idle";
	const [isSlow, setIsSlow] = useState(false);
	useEffect(() => {
		if (!isBusy) {
			setIsSlow(false);
			return;
		}
		const timer = setTimeout(() => setIsSlow(true), patience);
		return () => clearTimeout(timer);
	}, [isBusy]);
	// Not `pending`: that is what the router calls a menu link on its way, which would then be drawn as the bar.
	return (
		<div className="pending-bar" role="status" data-busy={isBusy || undefined} data-slow={isSlow || undefined}>
			<span className="visually-hidden">{isSlow ? text.loading : ""}</span>
		</div>
	);
}
