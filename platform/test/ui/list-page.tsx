import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { PageHeader } from "../../src/ui/PageHeader.tsx";
import { SubmitButton } from "../../src/ui/SubmitButton.tsx";
import { BulkForm } from "../../src/ui/selection.tsx";
import { Table } from "../../src/ui/Table.tsx";
import { Status } from "../../src/ui/Tag.tsx";
import { type TableState, tableState } from "../../src/ui/table-state.ts";

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

export function listLoader({ request }: LoaderFunctionArgs) {
	const state = tableState(new URL(request.url), placeTable);
	const found = places
		.filter((place) => place.name.toLowerCase().includes(state.search.toLowerCase()))
		.filter((place) => state.filters.kind === undefined || place.kind === state.filters.kind)
		.sort((a, b) => (state.sort === "name" ? a.name.localeCompare(b.name, "nb") : a.places - b.places));
	if (state.descending) found.reverse();
	return { state, total: found.length, rows: found.slice(state.offset, state.offset + state.pageSize) };
}

export function ListPage() {
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
