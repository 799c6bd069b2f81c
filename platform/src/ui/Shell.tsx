import { Form, useLocation } from "react-router";
import { languageNames, languages } from "../language.ts";
import { houseText } from "../text.ts";
import { FollowLinks, Link } from "./Link.tsx";
import { useLanguage } from "./language.tsx";
import { Pending } from "./Pending.tsx";
import { Toast } from "./Toast.tsx";

type Person = {
	readonly name: string;
	readonly organisation: string | null;
	/** Notices not read; 100 stands for "many". */
	readonly unread?: number;
};

/** A room, or another place everybody can go to from everywhere. */
export type MenuEntry = {
	readonly to: string;
	readonly label: string;
	/** Other places that belong to it. */
	readonly under?: readonly string[];
};

type ShellProps = {
	readonly person: Person | null;
	readonly demo: boolean;
	readonly toast: string | null;
	/** What the rooms add to the main menu, in order. */
	readonly menu?: readonly MenuEntry[];
	readonly children: React.ReactNode;
};

/** Frame of every page: skip link, header with who is represented, main menu, content, footer with language. */
export function Shell({ person, demo, toast, menu = [], children }: ShellProps) {
	const text = houseText[useLanguage()];
	return (
		<div className="shell">
			{/* biome-ignore lint/a11y/useValidAnchor: it leads to a place on the page, also without script */}
			<a className="ds-skip-link" href="#main" onClick={skipToMain}>
				{text.skip}
			</a>
			<Pending />
			<FollowLinks />
			<header className="shell-header">
				{demo && <p className="shell-demo">{text.demoBanner}</p>}
				<div className="shell-bar">
					<Link to="/" className="shell-brand">
						<Mark />
						<span>{text.product}</span>
					</Link>
					{person ? <Represented person={person} /> : null}
					<div className="shell-person">
						<PersonLinks person={person} />
					</div>
					<NarrowMenu entries={menu} person={person} />
				</div>
				{menu.length > 0 && (
					<nav className="shell-bar shell-menu" aria-label={text.mainMenu}>
						<MenuLinks entries={menu} />
					</nav>
				)}
			</header>
			<main id="main" tabIndex={-1} className="shell-main">
				<Toast message={toast} />
				{children}
			</main>
			<footer className="shell-footer">
				<div className="shell-bar">
					<p>
						{text.footer}{" "}
						<a className="ds-link" href="/api">
							{text.apiDocument}
						</a>
					</p>
					<LanguageSwitch />
				</div>
			</footer>
		</div>
	);
}

/** The router would take the hash for a navigation and forget what a form was refused for. */
function skipToMain(event: React.MouseEvent) {
	event.preventDefault();
	document.getElementById("main")?.focus();
}

/**
 * A link of the menu, marked on the page it leads to and on those under it. A plain function: every page has both menus, and
 * a component for each link takes the server longer than the link.
 */
function menuLink(pathname: string, { to, under = [] }: Omit<MenuEntry, "label">, children: React.ReactNode) {
	const isHere = [to, ...under].some((path) => pathname === path || (path !== "/" && pathname.startsWith(`${path}/`)));
	return (
		<Link className="shell-link" to={to} aria-current={isHere ? "page" : undefined}>
			{children}
		</Link>
	);
}

function MenuLinks({ entries }: { entries: readonly MenuEntry[] }) {
	const { pathname } = useLocation();
	return (
		<ul>
			{entries.map((entry) => (
				<li key={entry.to}>{menuLink(pathname, entry, entry.label)}</li>
			))}
		</ul>
	);
}

/** The same links behind one button, for narrow screens. The style sheet shows one of the two, so it needs no script. */
function NarrowMenu({ entries, person }: { entries: readonly MenuEntry[]; person: Person | null }) {
	const text = houseText[useLanguage()];
	const { key } = useLocation();
	return (
		<details className="shell-narrow" key={key}>
			<summary>
				<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
					<path d="M3 5H17M3 10H17M3 15H17" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
				</svg>
				{text.menu}
			</summary>
			<div className="shell-panel">
				{entries.length > 0 && (
					<nav aria-label={text.mainMenu}>
						<MenuLinks entries={entries} />
					</nav>
				)}
				<div className="shell-panel-person">
					<PersonLinks person={person} />
				</div>
			</div>
		</details>
	);
}

function Represented({ person }: { person: Person }) {
	const text = houseText[useLanguage()];
	if (person.organisation === null)
		return (
			<p className="shell-represented">
				<Link className="ds-link" to="/represent">
					{text.nobodyRepresented}
				</Link>
			</p>
		);
	return (
		<p className="shell-represented">
			<span className="visually-hidden">{text.represents}</span> <strong>{person.organisation}</strong>{" "}
			<Link className="ds-link" to="/represent">
				{text.change}
			</Link>
		</p>
	);
}

function PersonLinks({ person }: { person: Person | null }) {
	const text = houseText[useLanguage()];
	const { pathname } = useLocation();
	if (!person) return menuLink(pathname, { to: "/sign-in" }, text.signIn);
	const { unread = 0 } = person;
	return (
		<>
			{menuLink(
				pathname,
				{ to: "/inbox" },
				<>
					{text.inbox}
					{unread > 0 && (
						<>
							{" "}
							<span className="shell-count" aria-hidden="true">
								{unread > 99 ? "99+" : unread}
							</span>
							<span className="visually-hidden">{text.unread(unread)}</span>
						</>
					)}
				</>,
			)}
			{menuLink(
				pathname,
				{ to: "/profile" },
				<>
					<span className="visually-hidden">{text.profile}: </span>
					{person.name}
				</>,
			)}
			<form method="post" action="/sign-out">
				<button type="submit" className="shell-link">
					{text.signOut}
				</button>
			</form>
		</>
	);
}

function LanguageSwitch() {
	const language = useLanguage();
	const { pathname, search } = useLocation();
	return (
		<Form method="post" action="/language" className="shell-languages" aria-label={houseText[language].language}>
			<input type="hidden" name="to" value={pathname + search} />
			{languages.map((one) => (
				<button
					key={one}
					type="submit"
					name="language"
					value={one}
					lang={one}
					className="shell-link"
					aria-current={one === language ? "true" : undefined}
				>
					{languageNames[one]}
				</button>
			))}
		</Form>
	);
}

function Mark() {
	return (
		<svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
			<path d="M4 24 A 12 12 0 0 1 28 24" fill="none" stroke="currentColor" strokeWidth="3" />
			<path d="M10 24 A 6 6 0 0 1 22 24" fill="none" stroke="currentColor" strokeWidth="3" />
			<circle cx="16" cy="24" r="2.5" fill="currentColor" />
		</svg>
	);
}
