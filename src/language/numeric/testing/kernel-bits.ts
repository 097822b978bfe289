/** What the kernel makes of numbers of every size, bit by bit: printed when run, so that two processes can be compared. */
import { digest } from "../../../base/index.ts";
import { Kernel } from "../kernel.ts";

function waves(length: number, step: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => 3 * Math.sin(step * i) + 1e-3 * Math.cos(i * i));
}

/** A digest of the bits of products of both kinds, for one row and for many, and of units. */
export function kernelBits(): string {
  const kernel = new Kernel();
  const made = [1, 3, 25].flatMap((m) => {
    const [k, n] = [96, 384];
    const a = kernel.place(waves(m * k, 1.7));
    const products = kernel.place(waves(m * n, 0.3));
    kernel.multiply(a.at, kernel.placePacked(waves(k * n, 2.3), k, n).at, products.at, m, k, n);
    const whole = kernel.take(m * n);
    const packed = kernel.placePacked16(waves(k * n, 0.7), k, n);
    const bias = kernel.place(waves(n, 5.1));
    kernel.multiply16(kernel.quantise(a, 1000).at, packed, whole.at, m, k, n, 1e-3, bias.at, 0);
    const [cells, out, state] = [kernel.place(waves(96, 0.9)), kernel.take(96), kernel.take(96)];
    kernel.units(bias.at, cells.at, state.at, out.at, 96);
    return [products, whole, cells, out].map((block) => Buffer.from(kernel.view(block).slice().buffer));
  });
  return digest(Buffer.concat(made).toString("hex"));
}

if (import.meta.main) process.stdout.write(kernelBits());
