// How the left part of a bar looks in grey, in a picture of it: how light, from 0 to 255, and how
// much that varies from column to column.
async (png) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  canvas.drawImage(picture, 0, 0);

  const grey = (x, y) => {
    const [red, green, blue] = canvas.getImageData(Math.round(x), Math.round(y), 1, 1).data;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

  // Where neither the outline nor the tick of the median is.
  const columns = Array.from({ length: 120 }, (_, at) => picture.width * (0.06 + (0.2 * at) / 120));
  const greys = columns.map((x) => grey(x, picture.height * 0.3));
  const lightness = mean(greys);
  return [lightness, Math.sqrt(mean(greys.map((value) => (value - lightness) ** 2)))];
};
