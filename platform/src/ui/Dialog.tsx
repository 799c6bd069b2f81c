import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useLocation } from "react-router";
import { Link } from "./Link.tsx";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

type DialogLinkProps = {
	/** The page with the same form: where the link leads without script, and where refusals are shown. */
	readonly to: string;
	readonly label: ReactNode;
	readonly title: string;
	readonly variant?: "primary" | "secondary" | "tertiary";
	readonly color?: "accent" | "danger" | "neutral";
	/** The form; post it to `to`. */
	readonly children: ReactNode;
};

/**
 * A link to a page with a form, which with script opens the same form in a dialog instead. The form posts to the page's
 * address, so refusals show there.
 */
export function DialogLink({ to, label, title, variant = "secondary", color, children }: DialogLinkProps) {
	const text = uiText[useLanguage()];
	const { key } = useLocation();
	const dialog = useRef<HTMLDialogElement>(null);
	const titleId = useId();
	// biome-ignore lint/correctness/useExhaustiveDependencies: closes at every navigation
	useEffect(() => dialog.current?.close(), [key]);
	function open(event: MouseEvent) {
		if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0 || !dialog.current) return;
		event.preventDefault();
		dialog.current.showModal();
	}
	return (
		<>
			<Link to={to} className="ds-button" data-variant={variant} data-color={color} onClick={open}>
				{label}
			</Link>
			<dialog ref={dialog} className="ds-dialog" aria-labelledby={titleId}>
				<form method="dialog">
					<button
						type="submit"
						className="ds-button"
						data-variant="tertiary"
						data-color="neutral"
						data-icon
						aria-label={text.close}
					/>
				</form>
				<h2 className="ds-heading dialog-title" data-size="sm" id={titleId}>
					{title}
				</h2>
				{children}
			</dialog>
		</>
	);
}
