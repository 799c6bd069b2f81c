import {
	data,
	type LoaderFunctionArgs,
	Outlet,
	type RouteObject,
	ScrollRestoration,
	useLoaderData,
} from "react-router";
import { isLanguage, type Language } from "../../src/language.ts";
import { EmptyState } from "../../src/ui/EmptyState.tsx";
import { LanguageContext } from "../../src/ui/language.tsx";
import { PageFocus } from "../../src/ui/PageFocus.tsx";
import { PageHeader } from "../../src/ui/PageHeader.tsx";
import { Shell } from "../../src/ui/Shell.tsx";
import { Tabs } from "../../src/ui/Tabs.tsx";
import { Tag } from "../../src/ui/Tag.tsx";
import { ChartPage } from "./chart-page.tsx";
import { FormPage, placeAction } from "./form-page.tsx";
import { ListPage, listLoader } from "./list-page.tsx";
import { DeletePage, PartsPage } from "./parts-page.tsx";
import { QuestionPage, questionAction } from "./question-page.tsx";
import { SlowPage, slowAction } from "./slow-page.tsx";
import { MovePage, moveAction, TreePage } from "./tree-page.tsx";

/** Pages that show every part, so that they can be looked at and tried with and without script. Made-up content. */
export const samplePages = [
	"/",
	"/form",
	"/questions",
	"/list",
	"/list?q=finnes-ikke",
	"/tree",
	"/chart",
	"/parts",
	"/delete",
	"/move",
];

const menu = ["Organisasjoner", "Avtaler", "Møter", "Praksis", "Kompetanse", "Utdanning", "Tilskudd", "Utvikling"].map(
	(label, index) => ({ to: index === 0 ? "/list" : `/room-${index}`, label }),
);

function Frame() {
	const { language, toast } = useLoaderData<{ language: Language; toast: string | null }>();
	return (
		<LanguageContext value={language}>
			<Shell person={{ name: "Kari Nordmann", organisation: "Stjørdal kommune" }} demo toast={toast} menu={menu}>
				<Outlet />
				<PageFocus />
				<ScrollRestoration />
			</Shell>
		</LanguageContext>
	);
}

function Home() {
	return (
		<div className="stack">
			<title>Deler</title>
			<PageHeader
				title="Tjenestesteder"
				lead="Her ser du stedene som tar imot studenter, hvor mange plasser de har, og hvem som svarer for dem."
				trail={[
					{ to: "/list", label: "Organisasjoner" },
					{ to: "/parts", label: "Stjørdal kommune" },
				]}
				tags={<Tag tone="success">I drift</Tag>}
				action={{ to: "/form", label: "Legg til tjenestested" }}
				secondary={
					<a className="ds-button" data-variant="secondary" href="/parts">
						Hent fra Excel
					</a>
				}
			/>
			<Tabs
				label="Visninger"
				tabs={[
					{ to: "/", label: "Oversikt" },
					{ to: "/?view=people", label: "Personer", count: 1204 },
					{ to: "/?view=log", label: "Hendelser" },
				]}
			/>
			<EmptyState title="Ingen tjenestesteder ennå" action={{ to: "/form", label: "Legg til det første" }}>
				Legg til tjenestestedene ett for ett, eller hent alle på én gang fra et regneark.
			</EmptyState>
		</div>
	);
}

function frameLoader({ request }: LoaderFunctionArgs) {
	const parameters = new URL(request.url).searchParams;
	const language = parameters.get("language");
	const toasts: Readonly<Record<string, string>> = { saved: "Stedet er lagret.", moved: "Enheten er flyttet." };
	return { language: isLanguage(language) ? language : "nb", toast: toasts[parameters.get("toast") ?? ""] ?? null };
}

export const sampleRoutes: RouteObject[] = [
	{
		id: "root",
		loader: frameLoader,
		// As in the product: what the frame shows is asked for again after a form, not at every turn of a page.
		shouldRevalidate: ({ formMethod }) => formMethod !== undefined,
		Component: Frame,
		children: [
			{ index: true, Component: Home },
			{ path: "form", Component: FormPage, action: placeAction },
			{ path: "list", Component: ListPage, loader: listLoader },
			{ path: "questions", Component: QuestionPage, action: questionAction },
			{ path: "slow", Component: SlowPage, action: slowAction },
			{ path: "tree", Component: TreePage },
			{ path: "move", Component: MovePage, action: moveAction },
			{ path: "chart", Component: ChartPage },
			{ path: "parts", Component: PartsPage },
			{
				path: "delete",
				Component: DeletePage,
				action: () => data({ refusals: [{ code: "has-students", detail: { students: 3 } }], given: {} }, 422),
			},
			{ path: "*", Component: Home },
		],
	},
];
