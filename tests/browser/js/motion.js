// Nothing moves for ever (WCAG 2.2.2), and nothing at all where less motion is asked for (2.3.3).
() => {
  const { name } = window.probe;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  const moving = document
    .getAnimations()
    .filter((animation) => animation.effect.getComputedTiming().iterations === Infinity)
    .map((animation) => `${name(animation.effect.target)} moves for ever`);

  const seconds = (text) => Math.max(...text.split(",").map((part) => parseFloat(part)));
  const restless = [...document.querySelectorAll("*")].flatMap((element) => {
    const style = getComputedStyle(element);
    const found = [];
    if (style.animationName !== "none" && style.animationIterationCount.includes("infinite"))
      found.push(`${name(element)} is animated for ever`);
    if (calm && seconds(style.transitionDuration) > 0.01)
      found.push(`${name(element)} changes slowly`);
    if (calm && style.scrollBehavior === "smooth") found.push(`${name(element)} scrolls slowly`);
    return found;
  });

  const old = [
    ...document.querySelectorAll("marquee, blink, meta[http-equiv=refresh], video[autoplay]"),
  ].map(name);
  return [...moving, ...restless, ...old];
};
