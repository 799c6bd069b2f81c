import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import type { Why } from "../why.server.ts";
import { whyText } from "./claim.text.ts";
import { Making, useLooks } from "./Making.tsx";
import { WhyWishes } from "./WhyWishes.tsx";
import { waitText } from "./wait.text.ts";

/** Why, or that it is being worked out: the page is there meanwhile, and looks again by itself where it can. */
export function WhyOrWait({ why }: { readonly why: Why | null }) {
	const language = useLanguage();
	useLooks(why === null);
	if (why !== null) return <WhyWishes why={why} />;
	return (
		<Section title={whyText[language].wishes}>
			<Making label={waitText[language].why} />
		</Section>
	);
}
