import { Form, Link, NavLink, useLocation } from "react-router";
import { languages } from "../language.ts";
import { houseText } from "../text.ts";
import { useLanguage } from "./language.tsx";
import { Toast } from "./Toast.tsx";

type Person = { readonly name: string; readonly organisation: string | null; readonly operator: boolean };

/** Frame of every page: skip link, header with who is represented, main menu, content, footer with language. */
export function Shell({
	person,
	demo,
	toast,
	children,
}: {
	person: Person | null;
	demo: boolean;
	toast: string | null;
	children: React.ReactNode;
}) {
	const text = houseText[useLanguage()];
	return (
		<div className="shell">
			<a className="ds-skip-link" href="#main">
				{text.skip}
			</a>
			{demo && (
				<p className="shell-demo" role="note">
					{text.demoBanner}
				</p>
			)}
			<header className="shell-header">
				<div className="shell-bar">
					<Link to="/" className="shell-brand">
						<Mark />
						<span>{text.product}</span>
					</Link>
					{person ? <Represented person={person} /> : null}
					<nav aria-label={text.mainMenu} className="shell-menu">
						{person ? <SignedInMenu person={person} /> : <NavLink to="/sign-in">{text.signIn}</NavLink>}
					</nav>
				</div>
			</header>
			<main id="main" tabIndex={-1} className="shell-main">
				{children}
			</main>
			<footer className="shell-footer">
				<div className="shell-bar">
					<p>
						{text.footer}{" "}
						<a className="ds-link" href="/api/v1">
							{text.apiDocument}
						</a>
					</p>
					<LanguageSwitch />
				</div>
			</footer>
			<Toast message={toast} />
		</div>
	);
}

function Represented({ person }: { person: Person }) {
	const text = houseText[useLanguage()];
	return (
		<p className="shell-represented">
			<span className="quiet">{person.organisation ? text.represents : text.nobodyRepresented}</span>{" "}
			<strong>{person.organisation}</strong>{" "}
			<Link className="ds-link" to="/represent">
				{text.change}
			</Link>
		</p>
	);
}

function SignedInMenu({ person }: { person: Person }) {
	const text = houseText[useLanguage()];
	return (
		<>
			<NavLink to="/" end>
				{text.home}
			</NavLink>
			<NavLink to="/profile" title={person.name}>
				{text.profile}
			</NavLink>
			<Form method="post" action="/sign-out">
				<button type="submit" className="ds-button" data-variant="tertiary" data-size="sm">
					{text.signOut}
				</button>
			</Form>
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
					className="ds-button"
					data-variant="tertiary"
					data-size="sm"
					aria-current={one === language ? "true" : undefined}
				>
					{houseText[one].languageName}
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
