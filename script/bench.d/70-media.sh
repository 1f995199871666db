# What smaller pictures cost: a 12-megapixel JPEG in all six widths and three formats, and a screenful of ready ones.
command -v vips >/dev/null || die "vips is needed to draw the test picture: script/bootstrap --for bench"
place="$bench_dir/media"
mkdir -p "$place"
# As restless as a photograph: noise of several sizes, in colour. Always the same.
draw() ( # WIDTH HEIGHT FILE
    cd "$place"
    local parts=() band cell
    for band in 1 2 3; do
        local sizes=()
        for cell in 512 128 32 8; do
            vips perlin "n-$band-$cell.v" "$1" "$2" --cell-size "$cell" --seed $((band * 1000 + cell))
            vips linear "n-$band-$cell.v" "s-$band-$cell.v" $((20 + cell / 8)) 32
            sizes+=("s-$band-$cell.v")
        done
        vips sum "${sizes[*]}" "b-$band.v"
        parts+=("b-$band.v")
    done
    vips bandjoin "${parts[*]}" all.v
    vips cast all.v bytes.v uchar
    vips copy bytes.v colour.v --interpretation srgb
    vips jpegsave colour.v "$3" --Q 88
    rm -f -- *.v
)
draw 4000 3000 "$place/12mp.jpg"
walls=() cpus=() anew=()
for _ in 1 2 3 4 5; do
    "$caunoi" worker --try "$place/12mp.jpg" --json >"$place/try.json"
    walls+=("$(jq .seconds "$place/try.json")")
    cpus+=("$(jq .processorSeconds "$place/try.json")")
    anew+=("$(jq .cleanSeconds "$place/try.json")")
done
size="$(stat -c %s "$place/12mp.jpg" | awk '{ printf "%.1f", $1 / 1e6 }')"
row "12 megapixels in all sizes, processor" "$(printf '%s\n' "${cpus[@]}" | median)" s "$size MB JPEG, 18 versions; one worker, its start and end included; median of 5"
row "12 megapixels in all sizes, wall" "$(printf '%s\n' "${walls[@]}" | median)" s "from the order to the last version, the worker already waiting"
row "12 megapixels written anew for the library" "$(printf '%s\n' "${anew[@]}" | median)" s "upright, without metadata, quality 92; a worker's start included"
for format in avif webp jpg; do
    row "1280 px as $format" "$(jq "[.variants[] | select(.width == 1280 and .format == \"$format\")][0].bytes / 1000 | round" "$place/try.json")" KB
done
