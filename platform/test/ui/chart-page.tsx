import { Chart } from "../../src/ui/Chart.tsx";
import { PageHeader } from "../../src/ui/PageHeader.tsx";

const years = ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025"];

export function ChartPage() {
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
