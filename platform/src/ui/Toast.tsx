/** What the last action led to: announced by screen readers, shown for a while, and gone at the next page. */
export function Toast({ message }: { message: string | null }) {
	return (
		<div role="status" aria-live="polite" className="toast-area">
			{message ? (
				<p key={message} className="toast">
					{message}
				</p>
			) : null}
		</div>
	);
}
