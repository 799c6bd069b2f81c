import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, it } from "vitest";
import { MembershipForm } from "./MembershipForm.tsx";

function Form() {
	return (
		<MembershipForm
			roles={["adviser"]}
			reach={{ whole: true, units: [] }}
			people={[]}
			refused={undefined}
			cancelTo="/people"
		/>
	);
}

it("asks for the first and the last day as one question", () => {
	const Page = createRoutesStub([{ path: "/", Component: Form }]);
	const html = renderToStaticMarkup(<Page />);
	const [period = ""] = /<fieldset[^>]*><legend[^>]*>Periode.*?<\/fieldset>/s.exec(html) ?? [];
	for (const name of ["validFrom", "validTo"])
		expect(period).toMatch(
			new RegExp(`<input[^>]*type="date"[^>]*name="${name}"|<input[^>]*name="${name}"[^>]*type="date"`),
		);
});
