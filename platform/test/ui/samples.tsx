import {
	data,
	type LoaderFunctionArgs,
	Outlet,
	type RouteObject,
	redirect,
	useActionData,
	useLoaderData,
} from "react-router";
import { z } from "zod";
import { parseForm } from "../../src/forms/parse.ts";
import { saying } from "../../src/forms/text.ts";
import { isLanguage, type Language } from "../../src/language.ts";
import { Alert } from "../../src/ui/Alert.tsx";
import { Chart } from "../../src/ui/Chart.tsx";
import { ConfirmForm, ConfirmPage } from "../../src/ui/ConfirmForm.tsx";
import { CopyButton } from "../../src/ui/CopyButton.tsx";
import { DateRange } from "../../src/ui/DateRange.tsx";
import { Details } from "../../src/ui/Details.tsx";
import { DialogLink } from "../../src/ui/Dialog.tsx";
import { EmptyState } from "../../src/ui/EmptyState.tsx";
import { Facts } from "../../src/ui/Facts.tsx";
import { Field } from "../../src/ui/Field.tsx";
import type { RefusedForm } from "../../src/ui/form-context.ts";
import { LanguageContext, useLanguage } from "../../src/ui/language.tsx";
import { MoveForm } from "../../src/ui/MoveForm.tsx";
import { PageFocus } from "../../src/ui/PageFocus.tsx";
import { PageHeader } from "../../src/ui/PageHeader.tsx";
import { Progress } from "../../src/ui/Progress.tsx";
import { Card, Section } from "../../src/ui/Section.tsx";
import { Shell } from "../../src/ui/Shell.tsx";
import { Steps } from "../../src/ui/Steps.tsx";
import { SubmitButton } from "../../src/ui/SubmitButton.tsx";
import { BulkForm } from "../../src/ui/selection.tsx";
import { Table } from "../../src/ui/Table.tsx";
import { Tabs } from "../../src/ui/Tabs.tsx";
import { Status, Tag } from "../../src/ui/Tag.tsx";
import { TaskForm } from "../../src/ui/TaskForm.tsx";
import { Timeline } from "../../src/ui/Timeline.tsx";
import { Tree } from "../../src/ui/Tree.tsx";
import { type TableState, tableState } from "../../src/ui/table-state.ts";
import { toTree } from "../../src/ui/tree-nodes.ts";
import { QuestionPage, questionAction } from "./question-page.tsx";

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
			<Shell
				person={{ name: "Kari Nordmann", organisation: "Stjørdal kommune", operator: false }}
				demo
				toast={toast}
				menu={menu}
			>
				<Outlet />
				<PageFocus />
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

const placeForm = z
	.object({
		name: z.string().max(40),
		email: z.email().optional(),
		places: z.int().min(0).max(200),
		share: z.number().max(100).nullable(),
		from: z.iso.date(),
		to: z.iso.date().optional(),
		about: z.string().optional(),
		kind: z.enum(["home", "school"]),
		municipality: z.string().optional(),
		weeks: z.enum(["spring", "autumn"]),
		professions: z.array(z.string()).min(1),
		ready: z.literal("on").optional(),
	})
	.refine(({ from, to }) => to === undefined || from <= to, { path: ["to"], params: { code: "ends-before-start" } });

function FormPage() {
	const refused = useActionData<RefusedForm>();
	return (
		<div className="stack">
			<title>Skjema</title>
			<PageHeader title="Nytt tjenestested" lead="Felt som ikke er merket valgfritt, må fylles ut." />
			<Steps
				current={1}
				steps={[
					{ label: "Hvem", to: "/", done: true },
					{ label: "Plasser og tider" },
					{ label: "Veiledere" },
					{ label: "Se over og send" },
				]}
			/>
			<TaskForm
				refused={refused}
				values={{ name: "Halsen sykehjem", places: 4, weeks: "autumn", professions: ["nurse"], from: "2026-08-17" }}
				labels={{ name: "Navn på stedet", places: "Plasser" }}
				say={saying(useLanguage(), { "ends-before-start": "Sluttdatoen må være etter startdatoen." })}
			>
				<Field name="name" required autoComplete="off" />
				<Field
					name="email"
					label="E-post"
					kind="email"
					autoComplete="email"
					hint="Brukes bare til spørsmål om plasser."
				/>
				<Field name="places" kind="number" whole unit="plasser" required hint="Studenter som kan være der samtidig." />
				<Field name="share" label="Andel kveldsvakter" kind="number" unit="%" />
				<DateRange
					legend="Når plassene kan brukes"
					from={{ name: "from", label: "Fra", required: true }}
					to={{ name: "to", label: "Til" }}
				/>
				<Field name="about" label="Om stedet" kind="textarea" />
				<Field
					name="kind"
					label="Type sted"
					kind="select"
					required
					choices={[
						{ value: "home", label: "Sykehjem", group: "Helse og omsorg" },
						{ value: "school", label: "Skole", group: "Oppvekst" },
					]}
				/>
				<Field
					name="municipality"
					label="Kommune"
					kind="lookup"
					choices={["Stjørdal", "Levanger", "Øygarden", "Kárášjohka – Karasjok"].map((label) => ({
						value: label,
						label,
					}))}
				/>
				<Field
					name="weeks"
					label="Semester"
					kind="radio"
					required
					choices={[
						{ value: "spring", label: "Vår", hint: "Uke 2 til 24" },
						{ value: "autumn", label: "Høst" },
					]}
				/>
				<Field
					name="professions"
					label="Utdanninger stedet kan ta imot"
					kind="checkboxes"
					required
					choices={[
						{ value: "nurse", label: "Sykepleie" },
						{ value: "social", label: "Vernepleie" },
						{ value: "doctor", label: "Medisin" },
					]}
				/>
				<Field name="ready" label="Lederen på stedet har sagt ja" kind="checkbox" />
				<Field name="plan" label="Plan for veiledning" kind="file" accept=".pdf" />
				<div className="task-buttons">
					<SubmitButton>Lagre</SubmitButton>
					<SubmitButton variant="tertiary" name="then" value="more">
						Lagre og legg til flere
					</SubmitButton>
				</div>
			</TaskForm>
		</div>
	);
}

type Place = {
	readonly id: string;
	readonly name: string;
	readonly kind: string;
	readonly places: number;
	readonly about: string;
};

const kinds = ["Sykehjem", "Hjemmetjeneste", "Skole", "Barnevern"];
const places: readonly Place[] = Array.from({ length: 357 }, (_, index) => ({
	id: `place-${index}`,
	name: `${["Halsen", "Fosslia", "Øverlands", "Åsly", "Bjørgmyran"][index % 5]} ${index + 1}`,
	kind: kinds[index % 4] ?? "",
	places: (index * 37) % 1300,
	about: index % 3 === 0 ? "Avklart" : "Venter på svar fra leder",
}));

const placeTable = { sort: ["name", "places"], filters: { kind: kinds }, pageSize: 20 } as const;

function listLoader({ request }: LoaderFunctionArgs) {
	const state = tableState(new URL(request.url), placeTable);
	const found = places
		.filter((place) => place.name.toLowerCase().includes(state.search.toLowerCase()))
		.filter((place) => state.filters.kind === undefined || place.kind === state.filters.kind)
		.sort((a, b) => (state.sort === "name" ? a.name.localeCompare(b.name, "nb") : a.places - b.places));
	if (state.descending) found.reverse();
	return { state, total: found.length, rows: found.slice(state.offset, state.offset + state.pageSize) };
}

function ListPage() {
	const { state, total, rows } = useLoaderData<{ state: TableState; total: number; rows: readonly Place[] }>();
	return (
		<div className="stack">
			<title>Liste</title>
			<PageHeader title="Tjenestesteder" action={{ to: "/form", label: "Legg til" }} />
			<Table
				caption="Tjenestesteder i Stjørdal kommune"
				hideCaption
				state={state}
				rows={rows}
				total={total}
				rowKey={(place) => place.id}
				rowHref={(place) => `/parts?place=${place.id}`}
				searchLabel="Søk etter sted"
				filters={[{ name: "kind", label: "Type", choices: kinds.map((label) => ({ value: label, label })) }]}
				excel
				selection={{ form: "bulk", name: "place", label: (place) => place.name }}
				columns={[
					{ key: "name", label: "Sted", cell: (place) => place.name, sort: true },
					{ key: "kind", label: "Type", cell: (place) => place.kind },
					{ key: "places", label: "Plasser", cell: (place) => place.places, numeric: true, sort: true },
					{
						key: "about",
						label: "Status",
						cell: (place) => <Status tone={place.about === "Avklart" ? "success" : "warning"}>{place.about}</Status>,
					},
				]}
			/>
			<BulkForm id="bulk">
				<SubmitButton variant="secondary">Send påminnelse til de valgte</SubmitButton>
			</BulkForm>
		</div>
	);
}

const units = toTree(
	[
		{ id: "1", parentId: null, label: "Stjørdal kommune", people: 2100 },
		{ id: "2", parentId: "1", label: "Helse og omsorg", people: 900 },
		{ id: "3", parentId: "2", label: "Halsen sykehjem", people: 120 },
		{ id: "4", parentId: "2", label: "Hjemmetjenesten", people: 210 },
		{ id: "5", parentId: "4", label: "Sone nord med et ganske langt navn som må brytes på smale skjermer", people: 60 },
		{ id: "6", parentId: "1", label: "Oppvekst og kultur", people: 800 },
		{ id: "7", parentId: "6", label: "Fosslia skole", people: 55 },
	],
	({ id, label, people }, children: readonly Unit[]): Unit => ({ id, label, people, children }),
);
type Unit = {
	readonly id: string;
	readonly label: string;
	readonly people: number;
	readonly children: readonly Unit[];
};

function TreePage() {
	return (
		<div className="stack">
			<title>Tre</title>
			<PageHeader title="Enheter" lead="Dra en enhet til en annen for å flytte den, eller bruk «Flytt til …»." />
			<Tree
				label="Enheter i Stjørdal kommune"
				nodes={units}
				href={(unit) => `/tree?unit=${unit.id}`}
				about={(unit) => `${unit.people} ansatte`}
				selected="4"
				move={{ href: (unit) => `/move?unit=${unit.id}`, name: "parent", may: (unit) => unit.id !== "1" }}
			/>
		</div>
	);
}

function MovePage() {
	return (
		<div className="stack">
			<title>Flytt</title>
			<PageHeader title="Flytt Hjemmetjenesten" />
			<MoveForm
				nodes={units}
				id="4"
				name="parent"
				label="Ny plass"
				submit="Flytt"
				cancelTo="/tree"
				say={saying(useLanguage())}
				refused={useActionData<RefusedForm>()}
			/>
		</div>
	);
}

const years = ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025"];

function ChartPage() {
	const source = "Eksempeltall, 1. januar 2026";
	return (
		<div className="stack">
			<title>Diagrammer</title>
			<PageHeader title="Diagrammer" />
			<Chart
				kind="bar"
				title="Andel kommuner med avtale, etter størrelse"
				description="Store kommuner har oftere avtale enn små."
				source={source}
				unit="%"
				highest={100}
				categories={["Under 3 000 innbyggere", "3 000–9 999", "10 000–49 999", "50 000 og flere"]}
				series={[
					{
						label: "Har avtale",
						points: [
							{ value: 48.2, numerator: 55, denominator: 114 },
							{ value: 66, numerator: 80, denominator: 121 },
							{ value: 84.3, numerator: 86, denominator: 102 },
							{ value: null, mark: "skjult" },
						],
					},
				]}
			/>
			<Chart
				kind="stacked"
				title="Plasser etter utdanning"
				source={source}
				categories={["Stjørdal", "Levanger", "Verdal"]}
				series={[
					{ label: "Sykepleie", points: [{ value: 40 }, { value: 62 }, { value: 31 }] },
					{ label: "Vernepleie", points: [{ value: 12 }, { value: 20 }, { value: 9 }] },
					{ label: "Medisin", points: [{ value: 3 }, { value: 14 }, { value: 0 }] },
				]}
			/>
			<Chart
				kind="dot"
				title="Reisetid til nærmeste campus"
				source={source}
				unit="min"
				categories={["Helse", "Oppvekst"]}
				series={[
					{ label: "Median", points: [{ value: 34 }, { value: 51 }] },
					{ label: "Lengste", points: [{ value: 122 }, { value: 187 }] },
				]}
			/>
			<Chart
				kind="line"
				title="Studenter med plass"
				source={source}
				categories={years}
				categoryLabel="År"
				series={[
					{ label: "Sykepleie", points: [810, 840, 790, null, 910, 1010, 1100, 1180].map((value) => ({ value })) },
					{ label: "Vernepleie", points: [210, 220, 240, 260, 250, 270, 320, 310].map((value) => ({ value })) },
				]}
			/>
		</div>
	);
}

function PartsPage() {
	return (
		<div className="stack">
			<title>Småting</title>
			<PageHeader title="Halsen sykehjem" trail={[{ to: "/list", label: "Tjenestesteder" }]} />
			<Alert tone="warning" title="Ingen stedfortreder">
				<p>Kari Nordmann svarer alene for plassene. Legg til en stedfortreder.</p>
			</Alert>
			<Section
				title="Fakta"
				actions={
					<a className="ds-link" href="/form">
						Rediger
					</a>
				}
				lead="Det vi vet om stedet."
			>
				<Facts
					facts={[
						{ label: "Kommune", value: "Stjørdal" },
						{ label: "Plasser", value: 4, source: "Svart av Kari Nordmann 12.03.2026" },
						{ label: "Stedfortreder", value: null },
					]}
				/>
			</Section>
			<Section title="Status">
				<div className="row">
					<Tag>Utkast</Tag>
					<Tag tone="info">Sendt</Tag>
					<Tag tone="success">Bekreftet</Tag>
					<Tag tone="warning">Frist i morgen</Tag>
					<Tag tone="danger">Avlyst</Tag>
				</div>
				<Progress label="Henter enheter" done={4200} total={10000} note="Rad 4 200 av 10 000" />
				<Progress label="Beregner fordeling" />
				<Card tinted>
					<p>Et kort med noe i.</p>
					<CopyButton value="https://laeringsarena.example/svar/3f2a9c" label="Kopier lenken" />
				</Card>
				<Details summary="Slik regner vi">
					<p>Reisetiden er et anslag når ingen har målt den.</p>
				</Details>
			</Section>
			<Section title="Hendelser">
				<Timeline
					events={[
						{ id: "1", at: "2026-03-12T09:30:00Z", title: "Bekreftet fire plasser", by: "Kari Nordmann" },
						{ id: "2", at: "2026-02-01", title: "Spurt om plasser", by: "Nord universitet" },
					]}
				/>
			</Section>
			<DialogLink to="/delete" label="Slett stedet" title="Slette Halsen sykehjem?" color="danger">
				<DeleteForm />
			</DialogLink>
		</div>
	);
}

function DeleteForm() {
	return (
		<ConfirmForm action="/delete" submit="Slett stedet" cancelTo="/parts" dangerous>
			<p>Stedet forsvinner fra lister. Det som har skjedd der, blir stående.</p>
		</ConfirmForm>
	);
}

function DeletePage() {
	return (
		<>
			<title>Slett</title>
			<ConfirmPage
				title="Slette Halsen sykehjem?"
				trail={[{ to: "/parts", label: "Halsen sykehjem" }]}
				action="/delete"
				submit="Slett stedet"
				cancelTo="/parts"
				dangerous
				refused={useActionData<RefusedForm>()}
				say={saying(useLanguage(), { "has-students": "Det er {students} studenter på stedet." })}
			>
				<p>Stedet forsvinner fra lister. Det som har skjedd der, blir stående.</p>
			</ConfirmPage>
		</>
	);
}

/** How long the slow answer takes, milliseconds: longer than the page waits before it says so. */
const slowAnswer = 2500;
let sent = 0;

/** An action that takes its time, and tells how often it was asked. */
async function slowAction() {
	sent += 1;
	await new Promise((resolve) => setTimeout(resolve, slowAnswer));
	return redirect(`/list?toast=saved&sent=${sent}`, 303);
}

function SlowPage() {
	return (
		<TaskForm>
			<title>Sakte</title>
			<PageHeader title="Sakte skjema" />
			<SubmitButton>Lagre</SubmitButton>
		</TaskForm>
	);
}

async function placeAction({ request }: LoaderFunctionArgs) {
	const parsed = parseForm(placeForm, await request.formData());
	return parsed.refusals ? data(parsed, 422) : redirect("/list?toast=saved", 303);
}

async function moveAction({ request }: LoaderFunctionArgs) {
	const parsed = parseForm(z.object({ parent: z.string() }), await request.formData());
	return parsed.refusals ? data(parsed, 422) : redirect(`/tree?toast=moved&to=${parsed.values.parent}`, 303);
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
