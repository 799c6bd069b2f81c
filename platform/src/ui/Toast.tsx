import { useState } from "react";
import { useLocation, useRouteLoaderData } from "react-router";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

/**
 * What the last action led to: announced to those who listen, and on the page until it is closed or the person goes on.
 * It takes its place in the page instead of covering it, so it also stays readable without script.
 */
export function Toast({ message }: { message: string | null }) {
	const text = uiText[useLanguage()];
	const { key } = useLocation();
	// The root's data is a new object each time it was asked for, so the same words twice are two messages. Where it is
	// asked for anew on the same page, as when a form saves itself, the message is no longer in it, and stays.
	const source = useRouteLoaderData("root");
	const [shown, setShown] = useState({ source, key, message, closed: false });
	if (shown.source !== source)
		setShown(message === null && shown.key === key ? { ...shown, source } : { source, key, message, closed: false });
	const isShown = shown.message !== null && !shown.closed && shown.key === key;
	return (
		<div role="status" className="toast-area">
			{isShown && (
				<div key={shown.key} className="toast">
					<p>{shown.message}</p>
					<button type="button" className="toast-close" onClick={() => setShown({ ...shown, closed: true })}>
						<span className="visually-hidden">{text.close}</span>
						<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
							<path d="M3 3L13 13M13 3L3 13" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
						</svg>
					</button>
				</div>
			)}
		</div>
	);
}
