import { formatNumber } from "../language.ts";
import { Link } from "./Link.tsx";
import { useLanguage } from "./language.tsx";
import { pageCount, pageWindow, type TableState, tableHref } from "./table-state.ts";
import { uiText } from "./text.ts";

type PaginationProps = {
	readonly state: TableState;
	/** Rows in all; gives page numbers. */
	readonly total?: number | undefined;
	/** For lists paged by cursor: where the next page begins. */
	readonly nextCursor?: string | null | undefined;
};

/** Links to the other pages of a list; nothing when all of it is shown. */
export function Pagination({ state, total, nextCursor }: PaginationProps) {
	const language = useLanguage();
	const text = uiText[language];
	if (nextCursor !== undefined)
		return nextCursor === null && state.cursor === null ? null : (
			<nav className="list-pages" aria-label={text.pages}>
				{state.cursor !== null && (
					<Link className="ds-button" data-variant="tertiary" to={tableHref(state, {})}>
						{text.firstPage}
					</Link>
				)}
				{nextCursor !== null && (
					<Link className="ds-button" data-variant="secondary" to={tableHref(state, { cursor: nextCursor })} rel="next">
						{text.next}
					</Link>
				)}
			</nav>
		);
	if (total === undefined) return null;
	const count = pageCount(state, total);
	if (count === 1) return null;
	const to = (page: number) => tableHref(state, { page });
	return (
		<nav className="ds-pagination list-pages" aria-label={text.pages}>
			<ul>
				<li>
					{state.page > 1 ? (
						<Link className="ds-button" data-variant="tertiary" to={to(Math.min(state.page - 1, count))} rel="prev">
							{text.previous}
						</Link>
					) : (
						<span className="ds-button" data-variant="tertiary" aria-hidden="true" />
					)}
				</li>
				{pageWindow(state.page, count).map((page, index) =>
					page === null ? (
						// biome-ignore lint/suspicious/noArrayIndexKey: a gap has nothing else to be known by
						<li key={`gap ${index}`} />
					) : (
						<li key={page}>
							<Link
								className="ds-button"
								data-variant="tertiary"
								to={to(page)}
								aria-current={page === state.page ? "page" : undefined}
								aria-label={text.page(formatNumber(language, page))}
							>
								{formatNumber(language, page)}
							</Link>
						</li>
					),
				)}
				<li>
					{state.page < count ? (
						<Link className="ds-button" data-variant="tertiary" to={to(state.page + 1)} rel="next">
							{text.next}
						</Link>
					) : (
						<span className="ds-button" data-variant="tertiary" aria-hidden="true" />
					)}
				</li>
			</ul>
		</nav>
	);
}
