import Cairo
import DrawList
import PNG

/// A page as an image on white, or on nothing, of a pixel at least.
///
/// - Parameter scale: pixels a point: 2 gives 144 pixels an inch, which the file states.
package func renderPNG(
  _ page: Page, scale: Double, isTransparent: Bool = false, fonts: FontCache = FontCache()
) throws -> [UInt8] {
  let surface = try ImageSurface(
    width: max(1, Int((page.size.width * scale).rounded())),
    height: max(1, Int((page.size.height * scale).rounded())), isTransparent: isTransparent)
  let context = try DrawingContext(on: surface)
  if !isTransparent {
    context.setColor(.white)
    context.fillAll()
  }
  context.scale(by: scale)
  try CairoPainter(fonts: fonts, lettering: .outlines).paint(page, on: context)
  try context.check()

  return try surface.withPixels { pixels, stride in
    try encodePNG(
      pixels: pixels, width: surface.width, height: surface.height, stride: stride,
      pixelsPerMetre: Int((scale * 72 / 0.0254).rounded()), hasAlpha: isTransparent)
  }
}
