import { closeIfOpen } from "../light-dismiss.ts";
import { onDemand } from "../on-demand.ts";

/** Opens the panel of reading settings with its button, and closes it again. */
export function offerSettings(button: HTMLElement): void {
  button.addEventListener("click", (event) => {
    const panel = document.querySelector<HTMLElement>(".settings-panel");
    if (panel && closeIfOpen(panel, event)) return;
    void onDemand(button, async (signal) => {
      const { openSettings } = await import("./settings-panel.ts");
      await openSettings(button, signal);
    });
  });
}
