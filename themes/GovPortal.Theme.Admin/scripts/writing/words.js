// What forms and the editor say.

const vi = {
  textbox: 'Nội dung bài', deeper: 'Xuống một cấp trong danh sách', higher: 'Lên một cấp trong danh sách', link: 'Liên kết', picture: 'Ảnh', file: 'Tệp', video: 'Video',
  toolbar: 'Thanh công cụ soạn thảo', toolbarKeys: 'Bằng bàn phím: Alt+F10 lên thanh công cụ, phím mũi tên chọn nút, Enter để dùng, Esc trở lại bài.', tableTitle: 'Chèn bảng', tableColumns: 'Số cột', tableRows: 'Số hàng', tableSize: 'Hãy nhập số từ 1 đến 10.',
  tableChange: 'Sửa bảng', rowAbove: 'Thêm hàng trên', rowBelow: 'Thêm hàng dưới', columnBefore: 'Thêm cột bên trái', columnAfter: 'Thêm cột bên phải', headerRow: 'Thêm hoặc bỏ hàng tiêu đề', removeRow: 'Xóa hàng', removeColumn: 'Xóa cột', useThis: 'Dùng ảnh này',
  savedAt: 'Đã lưu tạm lúc {0}', notSaved: 'Chưa lưu được, sẽ thử lại', sessionOver: 'Phiên làm việc đã hết. Bài viết được giữ trong trình duyệt này.',
  signIn: 'Đăng nhập lại để viết tiếp', restored: 'Đã khôi phục phần đang viết dở từ trình duyệt này.', startAfresh: 'Bỏ, viết mới từ đầu', backToSaved: 'Bỏ, lấy lại bản đã lưu', throwAwaySure: 'Bỏ phần đang viết dở? Sẽ không lấy lại được.',
  localOffer: 'Còn một bản chưa lưu trong trình duyệt này, viết lúc {0}.', localOlder: 'Bản này viết từ trước khi có bản đã lưu đang hiện. Lấy lại rồi lưu thì sẽ thấy cả hai bản để so.', takeBack: 'Lấy lại', throwAway: 'Bỏ', other: '{0} đang sửa từ {1}. Phần bạn viết vẫn được lưu tạm.',
  pasted: 'Đã dán.', andMore: 'Còn {0} điều nữa.', picturesLeftOut: 'Có {0} ảnh không dán kèm được. Hãy chèn từ thư viện ảnh.', pasteFailed: 'Chưa làm sạch được nội dung nên chỉ dán phần chữ. Hãy thử lại nếu cần bảng và danh sách.',
  remarks: 'Có {0} chỗ nên xem lại.', noRemarks: 'Không có gì cần nhắc.', insert: 'Chèn', cancel: 'Hủy', choose: 'Chọn', close: 'Đóng',
  search: 'Tìm', linkTitle: 'Chèn liên kết', linkSearch: 'Tìm nội dung trên trang', linkAddress: 'Hoặc nhập địa chỉ', linkWords: 'Chữ của liên kết', linkRemove: 'Bỏ liên kết', noAddress: 'Hãy chọn nội dung hoặc nhập địa chỉ bắt đầu bằng https:// hoặc /.',
  noWords: 'Hãy nhập chữ của liên kết.', pictureTitle: 'Chèn ảnh', fileTitle: 'Chèn liên kết tới tệp', librarySearch: 'Tìm trong thư viện', upload: 'Tải tệp từ máy lên', uploading: 'Đang tải lên…',
  alt: 'Mô tả ảnh (bắt buộc)', altHint: 'Cho người không nhìn thấy ảnh.', caption: 'Chú thích dưới ảnh', noLibrary: 'Chưa dùng được thư viện trên trang này. Phần chữ vẫn viết bình thường.', nothingFound: 'Không tìm thấy gì.', notChosen: 'Hãy chọn một mục.',
  noPicture: 'Tệp này không phải ảnh. Tệp đã được lưu vào thư viện; hãy chọn một ảnh.', noAlt: 'Hãy mô tả ảnh cho người không nhìn thấy ảnh.', uploadFailed: 'Chưa tải lên được. Hãy thử lại.', videoTitle: 'Chèn video', videoAddress: 'Địa chỉ video (YouTube, Vimeo)', videoName: 'Tên video', noName: 'Hãy nhập tên video.', watch: 'Xem video: {0}', failed: 'Chưa thực hiện được. Hãy thử lại.',
  rowAdded: 'Đã thêm dòng {0}.', rowMoved: 'Đã chuyển thành dòng {0}.', rowRemoved: 'Đã xóa dòng {0}.', undoRow: 'Lấy lại dòng vừa xóa', rowBack: 'Đã lấy lại dòng {0}.', suggestions: 'Gợi ý', found: '{0} gợi ý. Dùng phím mũi tên để chọn.', nothingSuggested: 'Không có gợi ý; có thể nhập trực tiếp.', missingHint: 'Chỗ này có nội dung không đưa vào được. Người đọc không thấy dấu này; hãy chèn lại nội dung rồi xóa dấu.', 'missing-picture': 'Thiếu ảnh', 'missing-frame': 'Thiếu khung nhúng', 'missing-recording': 'Thiếu video hoặc âm thanh', 'missing-drawing': 'Thiếu hình vẽ', 'missing-formula': 'Xem lại công thức', 'missing-shortcode': 'Thiếu nội dung chèn',
  foldRow: 'Mở hoặc thu gọn dòng', rowCopied: 'Đã nhân bản thành dòng {0}.', pastedRows: 'Đã dán {0} dòng.', pastedWide: 'Đã dán {0} dòng; cột thừa bị bỏ qua.', undoPaste: 'Bỏ phần vừa dán',
  incomplete: 'Có thể chưa đủ: chỉ mục tìm kiếm đang được dựng lại.',
};

const en = {
  textbox: 'Body of the text', deeper: 'One level down in the list', higher: 'One level up in the list', link: 'Link', picture: 'Picture', file: 'File', video: 'Video',
  toolbar: 'Tools of the editor', toolbarKeys: 'By keyboard: Alt+F10 goes to the tools, the arrow keys choose one, Enter uses it, Esc returns to the text.', tableTitle: 'Insert a table', tableColumns: 'Columns', tableRows: 'Rows', tableSize: 'Enter numbers from 1 to 10.',
  tableChange: 'Change the table', rowAbove: 'Add a row above', rowBelow: 'Add a row below', columnBefore: 'Add a column to the left', columnAfter: 'Add a column to the right', headerRow: 'Add or remove the heading row', removeRow: 'Remove the row', removeColumn: 'Remove the column', useThis: 'Use this picture',
  savedAt: 'Kept at {0}', notSaved: 'Not kept yet, trying again', sessionOver: 'Your session has ended. The text is kept in this browser.',
  signIn: 'Sign in again and go on', restored: 'Brought back what you were writing from this browser.', startAfresh: 'Discard it and start afresh', backToSaved: 'Discard it and show what is saved', throwAwaySure: 'Discard what you were writing? It cannot be brought back.',
  localOffer: 'This browser still holds an unsaved text, written {0}.', localOlder: 'It was written before the version shown here was saved. If you take it back and save it, you see both side by side first.', takeBack: 'Take it back', throwAway: 'Discard', other: '{0} has been editing since {1}. What you write is still kept.',
  pasted: 'Pasted.', andMore: 'And {0} more.', picturesLeftOut: '{0} pictures could not be pasted. Insert them from the library.', pasteFailed: 'The text could not be cleaned, so only its words were pasted. Try again if you need tables and lists.',
  remarks: '{0} places to look at again.', noRemarks: 'Nothing to remark on.', insert: 'Insert', cancel: 'Cancel', choose: 'Choose', close: 'Close',
  search: 'Search', linkTitle: 'Insert a link', linkSearch: 'Search this site', linkAddress: 'Or enter an address', linkWords: 'Words of the link', linkRemove: 'Remove the link', noAddress: 'Choose something, or enter an address that begins with https:// or /.',
  noWords: 'Enter the words of the link.', pictureTitle: 'Insert a picture', fileTitle: 'Insert a link to a file', librarySearch: 'Search the library', upload: 'Upload a file', uploading: 'Uploading…',
  alt: 'Description of the picture (required)', altHint: 'For people who cannot see it.', caption: 'Caption', noLibrary: 'The library cannot be used on this site. You can go on writing.', nothingFound: 'Nothing found.', notChosen: 'Choose one.',
  noPicture: 'This file is no picture. It was kept in the library; choose a picture.', noAlt: 'Describe the picture for people who cannot see it.', uploadFailed: 'The upload failed. Try again.', videoTitle: 'Insert a video', videoAddress: 'Address of the video (YouTube, Vimeo)', videoName: 'Name of the video', noName: 'Enter the name of the video.', watch: 'Watch the video: {0}', failed: 'That did not work. Try again.',
  rowAdded: 'Row {0} added.', rowMoved: 'Now row {0}.', rowRemoved: 'Row {0} removed.', undoRow: 'Bring the removed row back', rowBack: 'Row {0} is back.', suggestions: 'Suggestions', found: '{0} suggestions. Choose with the arrow keys.', nothingSuggested: 'No suggestions; you may simply type.', missingHint: 'Something that stood here could not come. Readers do not see this mark; put the thing in and remove the mark.', 'missing-picture': 'Picture missing', 'missing-frame': 'Frame missing', 'missing-recording': 'Video or sound missing', 'missing-drawing': 'Drawing missing', 'missing-formula': 'Check the formula', 'missing-shortcode': 'Inserted content missing',
  foldRow: 'Fold or open the row', rowCopied: 'Copied to row {0}.', pastedRows: '{0} rows pasted.', pastedWide: '{0} rows pasted; columns beyond the last field were left out.', undoPaste: 'Take it back',
  incomplete: 'There may be more: the search index is being rebuilt.',
};

export const isEnglish = document.documentElement.lang === 'en';
const words = isEnglish ? en : vi;

export const say = (key, ...values) => words[key].replace(/\{(\d)\}/g, (_, n) => values[n]);

/** Adds what only one kind of form says. */
export const teach = (more) => Object.assign(words, isEnglish ? more.en : more.vi);
