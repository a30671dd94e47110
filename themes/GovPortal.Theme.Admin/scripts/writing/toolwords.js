// What the editor's tools are called.
import { teach } from './words.js';

teach({
  vi: {
    toolbar: 'Công cụ soạn thảo', doing: 'Hoàn tác', undo: 'Hoàn tác', redo: 'Làm lại', styles: 'Kiểu đoạn', paragraph: 'Đoạn', heading2: 'Mục lớn', heading3: 'Mục vừa', heading4: 'Mục nhỏ', stress: 'Kiểu chữ', bold: 'Đậm', italic: 'Nghiêng', clear: 'Xóa định dạng',
    lists: 'Danh sách và trích dẫn', bullets: 'Danh sách chấm', numbers: 'Danh sách số', quote: 'Trích dẫn', listTools: 'Danh sách số đang chọn', numbering: 'Kiểu đánh số', numberingFrom: 'Bắt đầu từ số', numberingRange: 'Hãy nhập số nguyên từ 1 đến 9999.', inserting: 'Chèn', table: 'Bảng', rule: 'Đường kẻ ngang', viewing: 'Xem', full: 'Toàn màn hình', source: 'Mã HTML',
    tableTools: 'Bảng đang chọn', rowAbove: 'Thêm hàng phía trên', rowBelow: 'Thêm hàng phía dưới', rowDelete: 'Xóa hàng', columnBefore: 'Thêm cột bên trái', columnBehind: 'Thêm cột bên phải', columnDelete: 'Xóa cột', headRow: 'Hàng tiêu đề', headColumn: 'Cột tiêu đề',
    mergeRight: 'Gộp ô (với ô bên phải)', mergeBelow: 'Gộp ô (với ô bên dưới)', split: 'Tách ô', tableCaption: 'Tên bảng', tableDelete: 'Xóa bảng', lineAbove: 'Viết phía trên', lineBelow: 'Viết phía dưới', pictureTools: 'Ảnh đang chọn', pictureChange: 'Sửa ảnh', besideTools: 'Viết bên cạnh', thingTools: 'Mục đang chọn', thingDelete: 'Xóa mục đang chọn',
    tableTitle: 'Chèn bảng', rows: 'Số hàng', columns: 'Số cột', withHead: 'Hàng đầu là tiêu đề của các cột', tableSize: 'Hãy nhập từ 1 đến {0} hàng và từ 1 đến {1} cột.', change: 'Thay đổi', linkChange: 'Sửa liên kết', sourceLoses: 'Mã này có phần mà khung soạn thảo không giữ nguyên được. Hãy sửa lại hoặc bấm Hủy.',
    seek: 'Tìm và thay', seekFor: 'Tìm', seekWith: 'Thay bằng', seekNext: 'Chỗ tiếp theo', seekBefore: 'Chỗ trước', seekOne: 'Thay chỗ này', seekAll: 'Thay tất cả', seekCount: '{0}/{1} chỗ', seekNone: 'Không tìm thấy.', seekDone: 'Đã thay {0} chỗ.',
    count: '{0} chữ · {1} ký tự · đọc khoảng {2} phút', leadOffer: 'Ảnh đầu tiên trong bài sẽ đứng ở thẻ tin và khi chia sẻ.', leadTake: 'Dùng làm ảnh đại diện',
    place: 'Cỡ và chỗ đứng', placeText: 'Rộng bằng lời văn', placeWide: 'Rộng hết trang', placeLeft: 'Nửa trang, bên trái, lời chạy quanh', placeRight: 'Nửa trang, bên phải, lời chạy quanh', placeNarrow: 'Nhỏ, ở giữa (ảnh đứng, chân dung)',
    plain: 'Bài này có phần mà khung soạn thảo không giữ nguyên được, nên được mở dưới dạng mã HTML để không mất chữ nào.',
  },
  en: {
    toolbar: 'Writing tools', doing: 'Undo', undo: 'Undo', redo: 'Redo', styles: 'Style of the line', paragraph: 'Paragraph', heading2: 'Heading', heading3: 'Subheading', heading4: 'Small heading', stress: 'Stress', bold: 'Bold', italic: 'Italic', clear: 'Clear formatting',
    lists: 'Lists and quotes', bullets: 'Bulleted list', numbers: 'Numbered list', quote: 'Quote', listTools: 'This numbered list', numbering: 'Numbering', numberingFrom: 'First number', numberingRange: 'Enter a whole number from 1 to 9999.', inserting: 'Insert', table: 'Table', rule: 'Horizontal rule', viewing: 'View', full: 'Full screen', source: 'HTML source',
    tableTools: 'This table', rowAbove: 'Add a row above', rowBelow: 'Add a row below', rowDelete: 'Remove the row', columnBefore: 'Add a column to the left', columnBehind: 'Add a column to the right', columnDelete: 'Remove the column', headRow: 'Heading row', headColumn: 'Heading column',
    mergeRight: 'Merge cells (with the one to the right)', mergeBelow: 'Merge cells (with the one below)', split: 'Split the cell', tableCaption: 'Caption of the table', tableDelete: 'Remove the table', lineAbove: 'Write above', lineBelow: 'Write below', pictureTools: 'This picture', pictureChange: 'Change the picture', besideTools: 'Write beside it', thingTools: 'What is selected', thingDelete: 'Remove what is selected',
    tableTitle: 'Insert a table', rows: 'Rows', columns: 'Columns', withHead: 'The first row holds the headings', tableSize: 'Enter 1 to {0} rows and 1 to {1} columns.', change: 'Change', linkChange: 'Change the link', sourceLoses: 'The editor could not keep all of this. Change it or cancel.',
    seek: 'Find and replace', seekFor: 'Find', seekWith: 'Replace with', seekNext: 'Next place', seekBefore: 'Place before', seekOne: 'Replace this one', seekAll: 'Replace all', seekCount: '{0} of {1}', seekNone: 'Not found.', seekDone: '{0} places replaced.',
    count: '{0} words · {1} characters · about {2} min to read', leadOffer: 'The first picture of the text stands on cards and where it is shared.', leadTake: 'Use it as lead picture',
    place: 'Size and place', placeText: 'As wide as the text', placeWide: 'As wide as the page', placeLeft: 'Half, to the left, text around it', placeRight: 'Half, to the right, text around it', placeNarrow: 'Small, in the middle (upright, portrait)',
    plain: 'The editor could not keep all of this text as it is, so it is shown as HTML, and nothing is lost.',
  },
});
