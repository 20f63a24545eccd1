"""What can be wrong with a cluster that is to calculate a table: GJ925 to GJ929."""

from guiju_runtime.messages import Code, Text

NOT_REACHED = Code(
    id="GJ925",
    slug="scheduler-not-reached",
    message=Text(
        zh="{address} 没有 Dask 调度器应答",
        en="no Dask scheduler answers at {address}",
    ),
    hint=Text(
        zh="核对地址，如 tcp://10.0.0.5:8786；不写 --scheduler 则在本机启动",
        en="check the address, like tcp://10.0.0.5:8786; without --scheduler one starts here",
    ),
)
NO_WORKERS = Code(
    id="GJ926",
    slug="scheduler-without-workers",
    message=Text(
        zh="Dask 调度器 {address} 下 {seconds} 秒内没有工作进程",
        en="for {seconds} seconds there has been no worker at the Dask scheduler {address}",
    ),
    hint=Text(
        zh="启动工作进程：dask worker {address}；算完的部分仍在，再次运行从那里继续",
        en="start some: dask worker {address}; parts that are done stay, and a new run goes on",
    ),
)
WORKER_FAILED = Code(
    id="GJ927",
    slug="worker-failed",
    message=Text(
        zh="Dask 工作进程未能算完第 {part} 部分：{reason}",
        en="the Dask workers did not finish part {part}: {reason}",
    ),
    hint=Text(
        zh="各工作进程须装有同一版本的 guiju[dask]，并有足够内存；算完的部分仍在",
        en="each worker needs the same version of guiju[dask] and memory; parts that are done stay",
    ),
)
OTHER_VERSION = Code(
    id="GJ928",
    slug="worker-of-other-version",
    message=Text(
        zh="Dask 工作进程用的是 {there}，这里是 {here}",
        en="the Dask worker runs {there}, and this is {here}",
    ),
    hint=Text(
        zh="在各工作进程的环境里安装同一版本",
        en="install the same version where the workers run",
    ),
)
NOT_STARTED = Code(
    id="GJ929",
    slug="workers-not-started",
    message=Text(
        zh="本机启动不了 {count} 个 Dask 工作进程：{reason}",
        en="{count} Dask workers could not be started here: {reason}",
    ),
    hint=Text(
        zh="用 --workers 少启动几个，或用 --engine auto 在一个进程里计算",
        en="start fewer with --workers, or calculate in one process with --engine auto",
    ),
)
CODES = (NOT_REACHED, NO_WORKERS, WORKER_FAILED, OTHER_VERSION, NOT_STARTED)
