import { type ReactNode, useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import { useLanguage } from "../../../../ui/language.tsx";
import type { BoardSite } from "../board.server.ts";
import { boardText } from "./board.text.ts";
import type { loader } from "./board-sites.tsx";

/** About how tall some sites are before anybody has seen them, pixels. */
const guessed = 1400;
/** How far outside the window sites are made ready, pixels. */
const around = "700px";

/** All sites of the board, some at a time: what is far from the window is neither asked for nor shown. */
export function BoardLanes({
	pages,
	first,
	href,
	lane,
}: {
	/** Numbers of the pages there are room for. */
	readonly pages: readonly number[];
	/** The page that came with the board. */
	readonly first: { readonly page: number; readonly sites: readonly BoardSite[] };
	/** Where the sites of a page are had. */
	readonly href: (page: number) => string;
	readonly lane: (site: BoardSite) => ReactNode;
}) {
	return pages.map((page) => (
		<Block key={href(page)} nearAtFirst={page === first.page}>
			{page === first.page ? first.sites.map(lane) : <Fetched href={href(page)} lane={lane} />}
		</Block>
	));
}

/** Shows its content while it is near the window, and room of the same height else. */
function Block({ nearAtFirst, children }: { readonly nearAtFirst: boolean; readonly children: ReactNode }) {
	const box = useRef<HTMLDivElement>(null);
	const [height, setHeight] = useState(guessed);
	const [isNear, setIsNear] = useState(nearAtFirst);
	useEffect(() => {
		const element = box.current;
		if (!element) return;
		const watch = new IntersectionObserver(
			([entry]) => {
				if (!entry) return;
				// Whoever stands in it by keyboard stays there.
				if (!entry.isIntersecting && element.contains(document.activeElement)) return;
				if (!entry.isIntersecting && entry.boundingClientRect.height > 1) setHeight(entry.boundingClientRect.height);
				setIsNear(entry.isIntersecting);
			},
			{ rootMargin: `${around} 0px` },
		);
		watch.observe(element);
		return () => watch.disconnect();
	}, []);
	return (
		<div ref={box} className="board-block" style={isNear ? undefined : { minHeight: height }}>
			{isNear && children}
		</div>
	);
}

function Fetched({ href, lane }: { readonly href: string; readonly lane: (site: BoardSite) => ReactNode }) {
	const text = boardText[useLanguage()];
	const fetcher = useFetcher<typeof loader>();
	const { load } = fetcher;
	useEffect(() => {
		load(href);
	}, [load, href]);
	return fetcher.data === undefined ? (
		<p className="quiet board-loading">{text.loading}</p>
	) : (
		fetcher.data.sites.map(lane)
	);
}
