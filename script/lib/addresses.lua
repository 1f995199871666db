-- wrk: asks for the addresses of a file (CAUNOI_ADDRESSES), one after the other from a random place, with credentials so that none comes from the cache
-- unless CAUNOI_CACHED says so.
local addresses = {}
for line in io.lines(os.getenv("CAUNOI_ADDRESSES")) do addresses[#addresses + 1] = line end
local at = 0
local fields = { ["Host"] = os.getenv("CAUNOI_HOST") }
if not os.getenv("CAUNOI_CACHED") then fields["Authorization"] = "Bearer none" end
function request()
   at = at % #addresses + 1
   return wrk.format("GET", addresses[at], fields)
end
