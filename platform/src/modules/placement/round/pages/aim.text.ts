import { defineText } from "../../../../language.ts";

/** What a round can aim at. */
export const aimText = defineText({
	nb: {
		burden: "Ønsker og reisevei samlet",
		generous: "Færrest på dårligste ønske",
		bottleneck: "Kortest mulig lengste reisevei",
	},
	nn: {
		burden: "Ønske og reiseveg samla",
		generous: "Færrast på dårlegaste ønske",
		bottleneck: "Kortast mogleg lengste reiseveg",
	},
	en: {
		burden: "Wishes and travel together",
		generous: "Fewest at the worst wish",
		bottleneck: "Shortest longest journey",
	},
});
