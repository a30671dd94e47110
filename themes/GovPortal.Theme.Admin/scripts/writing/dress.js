// Stored pictures stand in plain figures; the editor takes a figure for one thing to select and move only inside a box of its own.
// The box goes again when the text is saved.
export function dressed(html) {
  if (!/<(img|figure)\b/i.test(html)) return html;
  const text = new DOMParser().parseFromString(html, 'text/html');
  for (const picture of [...text.querySelectorAll('img')]) {
    let figure = picture.closest('figure');
    if (!figure) {
      figure = text.createElement('figure');
      const line = picture.closest('p,h2,h3,h4,h5,h6');
      if (line) {
        line.after(figure);
        figure.append(picture);
        if (!line.textContent.trim() && !line.querySelector('img')) line.remove();
      } else {
        picture.replaceWith(figure);
        figure.append(picture);
      }
    }
    if (figure.parentElement.classList.contains('se-component')) continue;
    const box = text.createElement('div');
    box.className = 'se-component se-image-container';
    figure.replaceWith(box);
    box.append(figure);
  }
  return text.body.innerHTML;
}
