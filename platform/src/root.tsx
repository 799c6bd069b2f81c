import { useEffect, useState } from "react";
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	ScrollRestoration,
	useRouteLoaderData,
} from "react-router";
import type { Route } from "./+types/root";
import { mayReadLog } from "./identity/rules.ts";
import type { Language } from "./language.ts";
import { mainMenu, publicMenu } from "./menu.ts";
import { unreadCount } from "./notice/service.server.ts";
import { houseText } from "./text.ts";
import { LanguageContext } from "./ui/language.tsx";
import { PageFocus } from "./ui/PageFocus.tsx";
import { PageHeader } from "./ui/PageHeader.tsx";
import { Shell } from "./ui/Shell.tsx";
import { rootMiddleware, visit } from "./visit.server.ts";
import "./ui/styles.css";

export const middleware: Route.MiddlewareFunction[] = [rootMiddleware];

export async function loader({ context }: Route.LoaderArgs) {
	const { actor, language, nonce, toast, house, reading } = visit(context);
	return {
		language,
		nonce,
		toast,
		demo: house.configuration.demo,
		person:
			actor.kind === "person"
				? {
						name: actor.name,
						organisation: actor.organisationName,
						administers: mayReadLog(actor),
						unread: await reading(unreadCount),
					}
				: null,
	};
}

export function Layout({ children }: { children: React.ReactNode }) {
	// Tells tests, and styles, that scripts have taken over the page.
	useEffect(() => {
		document.documentElement.dataset.ready = "true";
	}, []);
	const root = useRouteLoaderData<typeof loader>("root");
	const language: Language = root?.language ?? "nb";
	// What was loaded has the words of one language. Where another was chosen elsewhere, the page is loaded again in it.
	const [loaded] = useState(language);
	useEffect(() => {
		if (language !== loaded) location.reload();
	}, [language, loaded]);
	// A nonce is only good in the document it came with; the browser hides it from script, so it is not compared.
	const nonce = typeof document === "undefined" ? root?.nonce : "";
	return (
		<html lang={language} data-color-scheme="light">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
				{/* Where the development server finds the nonce for the styles it puts in. */}
				{import.meta.env.DEV && <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />}
				<Meta />
				<Links />
			</head>
			<body>
				<LanguageContext value={language}>{children}</LanguageContext>
				<ScrollRestoration nonce={nonce} />
				<Scripts nonce={nonce} />
			</body>
		</html>
	);
}

export default function Root({ loaderData }: Route.ComponentProps) {
	return (
		<Shell
			person={loaderData.person}
			demo={loaderData.demo}
			toast={loaderData.toast}
			menu={
				loaderData.person
					? mainMenu(loaderData.language, loaderData.person.administers)
					: publicMenu(loaderData.language)
			}
		>
			<Outlet />
			<PageFocus />
		</Shell>
	);
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
	const root = useRouteLoaderData<typeof loader>("root");
	const text = houseText[root?.language ?? "nb"];
	const { title, body } = text.errors[errorKind(error)];
	return (
		<Shell
			person={root?.person ?? null}
			demo={root?.demo ?? false}
			toast={null}
			menu={root?.person ? mainMenu(root.language, root.person.administers) : []}
		>
			<title>{text.pageTitle(title)}</title>
			<div className="stack">
				<PageHeader title={title} lead={body} />
				<p>
					<a className="ds-link" href="/">
						{text.home}
					</a>
				</p>
			</div>
		</Shell>
	);
}

function errorKind(error: unknown): "missing" | "tooMany" | "fault" {
	if (!isRouteErrorResponse(error)) return "fault";
	return error.status === 404 ? "missing" : error.status === 429 ? "tooMany" : "fault";
}
